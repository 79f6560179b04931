"use client";
import { type Operation, problemMessage, useOperation } from "#data";
import { countOf, formatNumber, Notice } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

/** How many rows each table lost; empty while nothing is known yet. */
export function erasedRows({ result }: Pick<Operation, "result">): [table: string, rows: number][] {
  const erased = result?.erased;
  if (typeof erased !== "object" || erased === null) return [];
  return Object.entries(erased)
    .flatMap(([table, rows]): [string, number][] => (typeof rows === "number" && rows > 0 ? [[table, rows]] : []))
    .sort(([left], [right]) => left.localeCompare(right));
}

/** Follows an erasure and shows what it removed from each table. */
export function EraseReceipt({ start }: { start: Operation }) {
  const { data = start, error } = useOperation(start.id);
  if (error) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  if (data.status === "failed")
    return <Notice tone="destructive">{data.error ?? "The erasure stopped with an error."}</Notice>;
  const rows = erasedRows(data);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className="grid gap-3">
      <p aria-live="polite" className="text-muted-foreground text-ui">
        {data.status === "done"
          ? `Done: ${countOf(total, "row")} erased. The receipt stays under ${data.id}.`
          : "Erasing. A second pass after five seconds takes what arrived meanwhile. You can close this; it continues."}
      </p>
      {rows.length > 0 ? (
        <div className="max-h-64 overflow-y-auto">
          <Table>
            <TableCaption className="sr-only">Rows erased of each table</TableCaption>
            <TableHeader>
              <TableRow>
                <TableHead>Table</TableHead>
                <TableHead className="text-right">Rows</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map(([table, count]) => (
                <TableRow key={table}>
                  <TableCell className="font-mono text-xs">{table}</TableCell>
                  <TableCell className="tabular text-right">{formatNumber(count)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      ) : null}
    </div>
  );
}
