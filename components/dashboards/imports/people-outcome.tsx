"use client";
import type { PeopleImport } from "#data";
import { Notice } from "#shell";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

type Outcome = Pick<PeopleImport, "rows" | "created" | "updated" | "refused" | "refusedRows">;

const SHOWN = 200;
const say = (count: number) => count.toLocaleString("en");

/** How many people were created and changed, and each refused row with its line. */
export function PeopleOutcome({ outcome, isPreview }: { outcome: Outcome; isPreview: boolean }) {
  const { rows, created, updated, refused, refusedRows } = outcome;
  return (
    <section className="grid gap-3" aria-live="polite">
      {isPreview ? null : (
        <Notice tone={refused > 0 ? "warning" : "info"}>
          {say(rows)} rows: {say(created)} people created, {say(updated)} changed, {say(refused)} rows refused.
        </Notice>
      )}
      {refusedRows.length > 0 ? (
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead>Line</TableHead>
              <TableHead>Column</TableHead>
              <TableHead>{isPreview ? "Would be refused, because" : "Refused, because"}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {refusedRows.slice(0, SHOWN).map(({ line, column, message }) => (
              <TableRow key={line}>
                <TableCell>{line}</TableCell>
                <TableCell>{column}</TableCell>
                <TableCell>{message}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
    </section>
  );
}
