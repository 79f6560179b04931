"use client";
import type { DecisionFlow } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { SAMPLING_WORDS } from "./words.ts";

export function FlowsTable({ flows }: { flows: readonly DecisionFlow[] }) {
  return (
    <Table>
      <TableCaption>Decision flows by name</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>Offers</TableHead>
          <TableHead className="hidden sm:table-cell">Picks by</TableHead>
          <TableHead className="hidden md:table-cell">Key</TableHead>
          <TableHead className="hidden lg:table-cell">Changed</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {flows.map((flow) => (
          <TableRow key={flow.id} className="relative">
            <TableCell className="h-12 w-full max-w-0">
              <Link
                href={`/decisions/${flow.id}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {flow.name}
              </Link>
              {flow.description ? <p className="truncate text-muted-foreground text-xs">{flow.description}</p> : null}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {flow.archivedAt ? (
                <Badge variant="outline">Archived</Badge>
              ) : flow.offers === null ? (
                "All offers"
              ) : (
                flow.offers.length
              )}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap sm:table-cell">
              {SAMPLING_WORDS[flow.sampling].short}
            </TableCell>
            <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs md:table-cell">
              {flow.key}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground lg:table-cell">
              <Ago at={flow.updatedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
