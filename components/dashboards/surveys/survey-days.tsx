"use client";
import type { SurveyResults } from "#data";
import { formatNumber } from "#shell";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

type Day = SurveyResults["days"][number];

const shortDay = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** How many began and finished each day, as bars and as a table. */
export function SurveyDays({ days }: { days: Day[] }) {
  const most = Math.max(1, ...days.map(({ started }) => started));
  return (
    <Card aria-labelledby="survey-days-title">
      <CardHeader>
        <CardTitle id="survey-days-title">By day</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <div className="flex h-28 items-end gap-0.5" aria-hidden>
          {days.map(({ day, started, completed }) => (
            <div key={day} title={shortDay(day)} className="relative h-full max-w-8 flex-1">
              <span
                className="absolute inset-x-0 bottom-0 rounded-t-sm bg-muted-foreground/30"
                style={{ height: `${(started / most) * 100}%` }}
              />
              <span
                className="absolute inset-x-0 bottom-0 rounded-t-sm bg-outcome-completed"
                style={{ height: `${(completed / most) * 100}%` }}
              />
            </div>
          ))}
        </div>
        <p className="flex flex-wrap gap-4 text-muted-foreground text-xs">
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-full bg-muted-foreground/30" /> Started
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-full bg-outcome-completed" /> Completed
          </span>
        </p>
        <details>
          <summary className="cursor-pointer text-ui">The same as a table</summary>
          <Table>
            <TableCaption>Answers by the day on which they began</TableCaption>
            <TableHeader>
              <TableRow>
                <TableHead>Day</TableHead>
                <TableHead>Started</TableHead>
                <TableHead>Completed</TableHead>
                <TableHead>NPS</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {days.map(({ day, started, completed, nps }) => (
                <TableRow key={day}>
                  <TableCell>{day}</TableCell>
                  <TableCell className="tabular">{formatNumber(started)}</TableCell>
                  <TableCell className="tabular">{formatNumber(completed)}</TableCell>
                  <TableCell className="tabular">{nps ?? "–"}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </details>
      </CardContent>
    </Card>
  );
}
