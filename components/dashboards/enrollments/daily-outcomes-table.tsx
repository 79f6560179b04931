import type { TimeseriesDay } from "#data";
import { formatNumber } from "#shell";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const COLUMNS = ["enrolled", "completed", "stopped", "failed", "converted"] as const;

export function DailyOutcomesTable({ days }: { days: TimeseriesDay[] }) {
  return (
    <div className="[&>div]:max-h-72">
      <Table>
        <TableCaption>Enrollments per day by outcome, latest day first</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Day</TableHead>
            {COLUMNS.map((column) => (
              <TableHead key={column} className="text-right capitalize">
                {column}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {days.toReversed().map((day) => (
            <TableRow key={day.day}>
              <TableHead scope="row">{day.day.slice(0, 10)}</TableHead>
              {COLUMNS.map((column) => (
                <TableCell key={column} className="text-right">
                  {formatNumber(day[column] ?? 0)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
