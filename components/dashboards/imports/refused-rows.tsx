import type { RefusedRow } from "#data";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

/** Rows that cannot be read: their lines and why. */
export function RefusedRows({ rows, isPreview }: { rows: readonly RefusedRow[]; isPreview: boolean }) {
  return (
    <Table aria-label="Refused rows">
      <TableHeader>
        <TableRow>
          <TableHead>Line</TableHead>
          <TableHead>Column</TableHead>
          <TableHead>{isPreview ? "Would be refused, because" : "Refused, because"}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ line, column, message }) => (
          <TableRow key={line}>
            <TableCell className="tabular">{line}</TableCell>
            <TableCell>{column}</TableCell>
            <TableCell>{message}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
