"use client";
import { ChartLine, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useTimeseries, useVersions } from "#data";
import { PageError } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Checkbox } from "#ui/checkbox";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { CsvButton } from "../csv/csv-button.tsx";
import { DailyOutcomesTable } from "./daily-outcomes-table.tsx";
import { type DayRange, type PeriodRow, periodRows, previousOf } from "./range.ts";
import { RangeChoice } from "./range-choice.tsx";
import { type Granularity, usePeriod } from "./use-period.ts";

const DailyOutcomesChart = dynamic(() => import("./daily-outcomes-chart.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-60" />,
});

const GRANULARITY_WORDS: Readonly<Record<Granularity, string>> = {
  day: "By day",
  week: "By week",
  month: "By month",
};

/** Enrolled and completed in a range, as a chart or as the same numbers in a table, with what was published when. */
export function DailyOutcomesCard({ journeyId }: { journeyId: string }) {
  const period = usePeriod();
  const { shown, by, before, setState } = period;
  const [shape, setShape] = useState("chart");
  const { rows, error, refetch } = usePeriodRows(journeyId, period);
  return (
    <Card aria-labelledby="enrollments-title">
      <CardHeader>
        <CardTitle id="enrollments-title">Enrolled and completed</CardTitle>
        <div className="flex flex-wrap items-center gap-2">
          <RangeChoice
            {...period}
            onDays={(days) => void setState({ days, from: null, to: null })}
            onOwn={({ from, to }) => void setState({ from: new Date(from), to: new Date(to) })}
          />
          <Select value={by} onValueChange={(value) => void setState({ by: value as Granularity })}>
            <SelectTrigger aria-label="Period of a point" className="w-28">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {Object.entries(GRANULARITY_WORDS).map(([value, label]) => (
                <SelectItem key={value} value={value}>
                  {label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <ToggleGroup
            type="single"
            aria-label="Show as"
            value={shape}
            onValueChange={(value) => value && setShape(value)}
          >
            <ToggleGroupItem value="chart" aria-label="Chart">
              <ChartLine />
            </ToggleGroupItem>
            <ToggleGroupItem value="table" aria-label="Table">
              <Table2 />
            </ToggleGroupItem>
          </ToggleGroup>
          <CsvButton name="enrolled and completed" rows={rows ?? []} disabled={!rows} />
        </div>
        <CardDescription>Of all versions. Lines mark what was published.</CardDescription>
        <PreviousChoice before={before} shown={shown} onChange={(next) => void setState({ before: next })} />
      </CardHeader>
      <CardContent>
        {error && !rows ? <PageError error={error} onRetry={refetch} /> : <Series rows={rows} shape={shape} />}
      </CardContent>
    </Card>
  );
}

function usePeriodRows(journeyId: string, { shown, by, before, timeZone }: ReturnType<typeof usePeriod>) {
  const series = useTimeseries(journeyId, { ...shown, granularity: by });
  const earlier = useTimeseries(journeyId, { ...previousOf(shown), granularity: by }, before);
  const versions = useVersions(journeyId).data;
  const { to } = shown;
  const previous = before ? earlier.data : undefined;
  const rows = useMemo(
    () => series.data && periodRows(series.data, previous ?? null, versions ?? [], { timeZone, to }),
    [series.data, previous, versions, timeZone, to],
  );
  return { rows, error: series.error, refetch: series.refetch };
}

type PreviousChoiceProps = { before: boolean; shown: DayRange; onChange: (before: boolean) => void };

function PreviousChoice({ before, shown, onChange }: PreviousChoiceProps) {
  const { from, to } = previousOf(shown);
  return (
    <label className="flex w-full items-center gap-2 text-muted-foreground text-ui" htmlFor="previous-period">
      <Checkbox id="previous-period" checked={before} onCheckedChange={(next) => onChange(next === true)} />
      Compare with the period before ({from} – {to})
    </label>
  );
}

function Series({ rows, shape }: { rows: PeriodRow[] | undefined; shape: string }) {
  if (!rows) return <Skeleton className="h-60" />;
  return shape === "table" ? <DailyOutcomesTable rows={rows} /> : <DailyOutcomesChart rows={rows} />;
}
