"use client";
import type { Broadcast } from "#data";
import { Ago } from "#shell";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { AUDIENCE_WORDS, BroadcastBadge, enteredWords } from "./words.tsx";

export function BroadcastsTable({ broadcasts }: { broadcasts: Broadcast[] }) {
  return (
    <Table>
      <TableCaption>Broadcasts, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>Status</TableHead>
          <TableHead className="hidden sm:table-cell">For</TableHead>
          <TableHead className="hidden md:table-cell">Message</TableHead>
          <TableHead className="text-right">Entered</TableHead>
          <TableHead className="hidden sm:table-cell">Starts</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {broadcasts.map((broadcast) => (
          <TableRow key={broadcast.id}>
            <TableCell className="h-12 w-full max-w-0 truncate font-medium">
              <Link href={`/broadcasts/${broadcast.id}`} className="rounded-sm underline-offset-4 hover:underline">
                {broadcast.name}
              </Link>
            </TableCell>
            <TableCell>
              <BroadcastBadge status={broadcast.status} />
            </TableCell>
            <TableCell className="hidden whitespace-nowrap sm:table-cell">
              {AUDIENCE_WORDS[broadcast.audience]}
            </TableCell>
            <TableCell className="hidden max-w-48 truncate md:table-cell">
              {broadcast.contentName ?? "Deleted"}
            </TableCell>
            <TableCell className="tabular whitespace-nowrap text-right">{enteredWords(broadcast.operation)}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={broadcast.startsAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
