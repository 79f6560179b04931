"use client";
import { ChartLine, Download, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsNumberLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { type TimeseriesDay, useTimeseries } from "#data";
import { PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { DailyOutcomesTable } from "./daily-outcomes-table.tsx";
import { downloadCsv } from "./download.ts";

const RANGES = [7, 30, 90] as const;
const DailyOutcomesChart = dynamic(() => import("./daily-outcomes-chart.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-60" />,
});

/** Enrolled and completed a day, as a chart or as the same numbers in a table. */
export function DailyOutcomesCard({ journeyId }: { journeyId: string }) {
  const [days, setDays] = useQueryState("days", parseAsNumberLiteral(RANGES).withDefault(30));
  const [shape, setShape] = useState("chart");
  const series = useTimeseries(journeyId, days);
  return (
    <Card aria-labelledby="enrollments-title">
      <CardHeader>
        <CardTitle id="enrollments-title">Enrolled and completed</CardTitle>
        <div className="flex flex-wrap items-center gap-2">
          <ToggleGroup
            type="single"
            aria-label="Range"
            value={String(days)}
            onValueChange={(value) => setDays(RANGES.find((range) => String(range) === value) ?? days)}
          >
            {RANGES.map((range) => (
              <ToggleGroupItem key={range} value={String(range)}>
                {range} days
              </ToggleGroupItem>
            ))}
          </ToggleGroup>
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
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Download as CSV"
            disabled={!series.data}
            onClick={() => series.data && downloadCsv("enrolled-and-completed", series.data)}
          >
            <Download />
          </Button>
        </div>
      </CardHeader>
      <CardContent>
        {series.error ? (
          <PageError error={series.error} onRetry={series.refetch} />
        ) : (
          <Series days={series.data} shape={shape} />
        )}
      </CardContent>
    </Card>
  );
}

function Series({ days, shape }: { days: TimeseriesDay[] | undefined; shape: string }) {
  if (!days) return <Skeleton className="h-60" />;
  return shape === "table" ? <DailyOutcomesTable days={days} /> : <DailyOutcomesChart days={days} />;
}
