"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatCompact, formatNumber } from "#shell";
import type { PeriodRow } from "./range.ts";

const SERIES = [
  { key: "enrolled", label: "Enrolled", color: "var(--muted-foreground)" },
  { key: "completed", label: "Completed", color: "var(--outcome-completed)" },
  { key: "converted", label: "Converted", color: "var(--chart-4)" },
] as const;

const shortDay = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );

const BEFORE = "var(--chart-5)";

export default function DailyOutcomesChart({ rows }: { rows: PeriodRow[] }) {
  const hasBefore = rows.some(({ enrolledBefore }) => enrolledBefore !== null);
  const shown = SERIES.filter(({ key }) => key !== "converted" || rows.some((day) => day.converted > 0));
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap gap-4 text-muted-foreground text-xs">
        {shown.map(({ key, label, color }) => (
          <span key={key} className="flex items-center gap-1.5">
            <span aria-hidden className="h-0.5 w-3.5 rounded-full" style={{ background: color }} />
            {label}
          </span>
        ))}
        {hasBefore ? (
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="w-3.5 border-t-2 border-dashed" style={{ borderColor: BEFORE }} />
            Enrolled in the period before
          </span>
        ) : null}
        <span className="sr-only">The same numbers are in the table view.</span>
      </figcaption>
      <div className="h-56" aria-hidden>
        <ResponsiveContainer>
          <ComposedChart data={rows} margin={{ top: 16, right: 4, bottom: 0, left: -12 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="day"
              tickFormatter={shortDay}
              minTickGap={40}
              tickLine={false}
              axisLine={false}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
            />
            <YAxis
              allowDecimals={false}
              tickFormatter={formatCompact}
              width={48}
              tickLine={false}
              axisLine={false}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
            />
            <Tooltip content={DayTooltip} cursor={{ stroke: "var(--input)" }} isAnimationActive={false} />
            {shown.map(({ key, color }) => (
              <Area
                key={key}
                dataKey={key}
                type="monotone"
                stroke={color}
                strokeWidth={1.75}
                fill={color}
                fillOpacity={0.07}
                isAnimationActive={false}
                dot={false}
              />
            ))}
            {hasBefore ? (
              <Line
                dataKey="enrolledBefore"
                type="monotone"
                stroke={BEFORE}
                strokeDasharray="4 3"
                isAnimationActive={false}
                dot={false}
              />
            ) : null}
            {rows
              .filter(({ published }) => published !== "")
              .map(({ day, published }) => (
                <ReferenceLine
                  key={day}
                  x={day}
                  stroke="var(--primary)"
                  strokeDasharray="2 2"
                  label={{ value: published, position: "top", fill: "var(--primary-ink)", fontSize: 11 }}
                />
              ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

type TooltipProps = { active?: boolean; payload?: readonly { payload?: unknown }[] };

function DayTooltip({ active, payload }: TooltipProps) {
  const day = payload?.[0]?.payload as PeriodRow | undefined;
  if (!active || !day) return null;
  return (
    <div className="grid gap-0.5 rounded-lg border bg-popover px-3 py-2 text-popover-foreground text-xs shadow-floating">
      <p className="font-medium">
        {shortDay(day.day)}
        {day.published === "" ? "" : ` · published ${day.published}`}
      </p>
      {SERIES.map(({ key, label, color }) => (
        <p key={key} className="tabular flex items-center justify-between gap-6 text-muted-foreground">
          <span className="flex items-center gap-1.5">
            <span className="size-1.5 rounded-full" style={{ background: color }} />
            {label}
          </span>
          <span className="font-medium text-foreground">{formatNumber(day[key])}</span>
        </p>
      ))}
      {day.enrolledBefore === null ? null : (
        <p className="tabular flex items-center justify-between gap-6 text-muted-foreground">
          Enrolled before <span className="font-medium text-foreground">{formatNumber(day.enrolledBefore)}</span>
        </p>
      )}
    </div>
  );
}
