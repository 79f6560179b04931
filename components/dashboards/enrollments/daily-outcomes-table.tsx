import { formatNumber } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import type { PeriodRow } from "./range.ts";

const COLUMNS = ["enrolled", "completed", "stopped", "failed", "converted"] as const;

export function DailyOutcomesTable({ rows }: { rows: PeriodRow[] }) {
  const hasBefore = rows.some(({ enrolledBefore }) => enrolledBefore !== null);
  return (
    <div className="[&>div]:max-h-72">
      <Table>
        <TableCaption>Enrollments by outcome, the latest first</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>From</TableHead>
            {COLUMNS.map((column) => (
              <TableHead key={column} className="text-right capitalize">
                {column}
              </TableHead>
            ))}
            {hasBefore ? <TableHead className="text-right">Enrolled before</TableHead> : null}
            <TableHead>Published</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.toReversed().map((day) => (
            <TableRow key={day.day}>
              <TableHead scope="row">{day.day.slice(0, 10)}</TableHead>
              {COLUMNS.map((column) => (
                <TableCell key={column} className="text-right">
                  {formatNumber(day[column] ?? 0)}
                </TableCell>
              ))}
              {hasBefore ? <TableCell className="text-right">{formatNumber(day.enrolledBefore ?? 0)}</TableCell> : null}
              <TableCell>{day.published}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
