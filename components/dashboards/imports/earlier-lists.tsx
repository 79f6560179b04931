"use client";
import { useState } from "react";
import { type PeopleImport, usePeopleImports } from "#data";
import { Ago, formatNumber, PageError, Pager } from "#shell";
import { Link } from "#ui/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const STATUS: Record<PeopleImport["operation"]["status"], string> = {
  waiting: "Queued",
  running: "Running",
  done: "Done",
  cancelled: "Cancelled",
  failed: "Failed",
};

/** Lists of the last 30 days, each leading to what came of it. */
export function EarlierLists() {
  const [page, setPage] = useState(1);
  const { data: lists, error, refetch } = usePeopleImports(page);
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!lists || lists.data.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="font-medium">Lists of the last 30 days</h2>
      <Table aria-label="Lists of the last 30 days">
        <TableHeader>
          <TableRow>
            <TableHead>List</TableHead>
            <TableHead>Status</TableHead>
            <TableHead className="text-right">Created</TableHead>
            <TableHead className="text-right">Changed</TableHead>
            <TableHead className="text-right">Refused</TableHead>
            <TableHead>Uploaded</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {lists.data.map(({ id, name, created, updated, refused, operation, createdAt }) => (
            <TableRow key={id}>
              <TableCell>
                <Link href={`/people/import?list=${id}`} className="underline-offset-4 hover:underline">
                  {name ?? "A list without a name"}
                </Link>
              </TableCell>
              <TableCell>{STATUS[operation.status]}</TableCell>
              <TableCell className="tabular text-right">{formatNumber(created)}</TableCell>
              <TableCell className="tabular text-right">{formatNumber(updated)}</TableCell>
              <TableCell className="tabular text-right">{formatNumber(refused)}</TableCell>
              <TableCell>
                <Ago at={createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pager meta={lists.meta} noun={["list", "lists"]} onPage={setPage} />
    </section>
  );
}
