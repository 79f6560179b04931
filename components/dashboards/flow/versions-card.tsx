"use client";
import { parseAsInteger, useQueryStates } from "nuqs";
import { type JourneyStats, useLabelledStats, useStats, useVersions } from "#data";
import { formatNumber, formatShare, formatSpan } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";
import { type ComparedRow, comparedRows } from "./compared-rows.ts";

/** Two versions side by side: how many completed, reached the goal, dropped out where, and how long it took. */
export function VersionsCard({ journeyId }: { journeyId: string }) {
  const versions = useVersions(journeyId).data ?? [];
  const [{ left, right }, setChoice] = useQueryStates({ left: parseAsInteger, right: parseAsInteger });
  const numbers = versions.map(({ number }) => number);
  const known = (number: number | null, otherwise: number | undefined) =>
    number !== null && numbers.includes(number) ? number : (otherwise ?? 0);
  const [before, after] = [known(left, numbers[1]), known(right, numbers[0])];
  if (versions.length < 2) return null;
  return (
    <Card aria-labelledby="compare-versions-title">
      <CardHeader>
        <CardTitle id="compare-versions-title">Versions compared</CardTitle>
        <div className="flex flex-wrap items-center gap-2 text-ui">
          <Choice
            label="First version"
            value={before}
            numbers={numbers}
            onChange={(next) => setChoice({ left: next })}
          />
          with
          <Choice
            label="Second version"
            value={after}
            numbers={numbers}
            onChange={(next) => setChoice({ right: next })}
          />
        </div>
        <CardDescription>
          Enrollments that are or ended on each version; shares are of those who entered the step.
        </CardDescription>
      </CardHeader>
      <CardContent className="px-1 pt-0 [&>div]:border-0 [&>div]:shadow-none">
        <Compared journeyId={journeyId} before={before} after={after} />
      </CardContent>
    </Card>
  );
}

type ChoiceProps = { label: string; value: number; numbers: readonly number[]; onChange: (next: number) => void };

function Choice({ label, value, numbers, onChange }: ChoiceProps) {
  return (
    <Select value={String(value)} onValueChange={(next) => onChange(Number(next))}>
      <SelectTrigger aria-label={label} className="w-32">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {numbers.map((number) => (
          <SelectItem key={number} value={String(number)}>
            Version {number}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

function Compared({ journeyId, before, after }: { journeyId: string; before: number; after: number }) {
  const first = useLabelledStats(journeyId, useStats(journeyId, before).data);
  const second = useLabelledStats(journeyId, useStats(journeyId, after).data);
  if (!first || !second) return <Skeleton className="mx-3 h-40" />;
  const rows = comparedRows(first, second);
  return (
    <>
      <div className="flex justify-end px-3">
        <CsvButton name="compared versions" rows={rows} />
      </div>
      <Table>
        <TableCaption>Figures of two versions, step by step</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Step</TableHead>
            {[before, after].map((number, index) => (
              <VersionHeads key={index === 0 ? "first" : "second"} number={number} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          <TotalsRow first={first} second={second} />
          {rows.map((row) => (
            <Row key={row.nodeId} row={row} />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function VersionHeads({ number }: { number: number }) {
  return (
    <>
      <TableHead className="border-l text-right">v{number} entered</TableHead>
      <TableHead className="text-right">Left or failed</TableHead>
      <TableHead className="text-right">Median time</TableHead>
    </>
  );
}

function TotalsRow({ first, second }: { first: JourneyStats; second: JourneyStats }) {
  return (
    <TableRow className="bg-muted/40">
      <TableHead scope="row" className="text-foreground text-ui">
        All
      </TableHead>
      <TotalsCell totals={first.totals} />
      <TotalsCell totals={second.totals} />
    </TableRow>
  );
}

function TotalsCell({ totals: { enrolled, completed, converted } }: Pick<JourneyStats, "totals">) {
  return (
    <TableCell colSpan={3} className="border-l text-right">
      {formatNumber(enrolled)} enrolled · {formatShare(completed, enrolled)} completed ·{" "}
      {formatShare(converted, enrolled)} reached the goal
    </TableCell>
  );
}

function Row({ row }: { row: ComparedRow }) {
  const sides = [
    { key: "first", entered: row.enteredFirst, lost: row.lostFirst, seconds: row.medianSecondsFirst },
    { key: "second", entered: row.enteredSecond, lost: row.lostSecond, seconds: row.medianSecondsSecond },
  ];
  return (
    <TableRow>
      <TableHead scope="row" className="max-w-48 truncate font-normal text-foreground text-ui">
        {row.step}
      </TableHead>
      {sides.map(({ key, entered, lost, seconds }) =>
        entered === null ? (
          <TableCell key={key} colSpan={3} className="border-l text-right text-muted-foreground">
            not in this version
          </TableCell>
        ) : (
          <SideCells key={key} entered={entered} lost={lost ?? 0} seconds={seconds} />
        ),
      )}
    </TableRow>
  );
}

function SideCells({ entered, lost, seconds }: { entered: number; lost: number; seconds: number | null }) {
  return (
    <>
      <TableCell className="border-l text-right">{formatNumber(entered)}</TableCell>
      <TableCell className="text-right">{formatShare(lost, entered)}</TableCell>
      <TableCell className="whitespace-nowrap text-right text-muted-foreground">{formatSpan(seconds)}</TableCell>
    </>
  );
}
