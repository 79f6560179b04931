"use client";
import { ChevronRight } from "lucide-react";
import { Fragment, useState } from "react";
import type { AuditEntry } from "#data";
import { Moment } from "#shell";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { actionWords, actorWords } from "./action-words.ts";
import { EntryDetail } from "./entry-detail.tsx";

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Table>
      <TableCaption>Who did what, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>What</TableHead>
          <TableHead className="hidden sm:table-cell">Who</TableHead>
          <TableHead className="hidden md:table-cell">From</TableHead>
          <TableHead>When</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {entries.map((entry) => (
          <Fragment key={entry.id}>
            <EntryRow
              entry={entry}
              isOpen={open === entry.id}
              onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            />
            {open === entry.id ? (
              <TableRow>
                <TableCell colSpan={4} className="bg-muted/40">
                  <EntryDetail entry={entry} />
                </TableCell>
              </TableRow>
            ) : null}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

function EntryRow({ entry, isOpen, onToggle }: { entry: AuditEntry; isOpen: boolean; onToggle: () => void }) {
  const words = actionWords(entry.action);
  return (
    <TableRow>
      <TableCell className="w-full max-w-0">
        <span className="flex min-w-0 items-center gap-1.5">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-expanded={isOpen}
            aria-label={`Details of ${words}${entry.subject.name ? `: ${entry.subject.name}` : ""}`}
            onClick={onToggle}
          >
            <ChevronRight className={cn("transition-transform motion-reduce:transition-none", isOpen && "rotate-90")} />
          </Button>
          <span className="min-w-0 truncate">
            {words}
            {entry.subject.name ? <span className="text-muted-foreground"> · {entry.subject.name}</span> : null}
          </span>
        </span>
      </TableCell>
      <TableCell className="hidden max-w-56 truncate sm:table-cell">{actorWords(entry)}</TableCell>
      <TableCell className="hidden font-mono text-xs md:table-cell">{entry.address ?? "–"}</TableCell>
      <TableCell className="whitespace-nowrap">
        <Moment at={entry.at} />
      </TableCell>
    </TableRow>
  );
}
