"use client";

import { LIVE_WORDS, type LiveState } from "#data";
import { cn } from "#ui/cn";
import { useLiveNumbers } from "./live-context.tsx";
import { count, share } from "./numbers.ts";

/** Trips of the journey by outcome. */
export function LiveTotals({ state }: { state: LiveState }) {
  const { totals, version } = useLiveNumbers();
  const enrolled = totals?.enrolled ?? 0;
  const rows: [label: string, value: number, tone: string][] = [
    ["Active", totals?.active ?? 0, "bg-success"],
    ["Completed", totals?.completed ?? 0, "bg-primary"],
    ["Stopped", totals?.stopped ?? 0, "bg-warning"],
    ["Failed", totals?.failed ?? 0, "bg-destructive"],
  ];
  return (
    <section aria-label="Totals" className="grid gap-3 border-b px-4 py-3.5">
      <div className="flex items-baseline justify-between">
        <p className="tabular font-semibold text-2xl tracking-tight">{count(enrolled)}</p>
        <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
          <span
            className={cn("size-2 rounded-full", state === "open" ? "animate-pulse bg-success" : "bg-muted-foreground")}
            aria-hidden
          />
          {LIVE_WORDS[state]}
        </p>
      </div>
      <p className="-mt-3 text-muted-foreground text-xs">
        {version === null ? "enrollments since the first publish" : `enrollments in version ${version}`}
      </p>
      <div className="flex h-2 overflow-hidden rounded-full bg-muted" aria-hidden>
        {enrolled === 0
          ? null
          : rows.map(([label, value, tone]) => (
              <span key={label} className={tone} style={{ width: `${(100 * value) / enrolled}%` }} />
            ))}
      </div>
      <dl className="grid gap-1.5 text-ui">
        {rows.map(([label, value, tone]) => (
          <div key={label} className="flex items-center gap-2">
            <span className={cn("size-2 rounded-full", tone)} aria-hidden />
            <dt className="flex-1 text-muted-foreground">{label}</dt>
            <dd className="tabular font-medium" data-total={label.toLowerCase()}>
              {count(value)}
            </dd>
            <dd className="tabular w-9 text-right text-muted-foreground text-xs">{share(value, enrolled)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
