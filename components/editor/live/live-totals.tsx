"use client";

import type { JourneyStatus, LiveState } from "#data";
import { LiveSign, OUTCOME_TONES } from "#shell";
import { cn } from "#ui/cn";
import { useLiveNumbers } from "./live-context.tsx";
import { count, share } from "./numbers.ts";

type LiveTotalsProps = { status: JourneyStatus; state: LiveState };

/** Enrollments of the journey by outcome. */
export function LiveTotals({ status, state }: LiveTotalsProps) {
  const { totals, version } = useLiveNumbers();
  const enrolled = totals?.enrolled ?? 0;
  const rows: [label: string, value: number, tone: string][] = [
    ["Active", totals?.active ?? 0, OUTCOME_TONES.ACTIVE.dot],
    ["Completed", totals?.completed ?? 0, OUTCOME_TONES.COMPLETED.dot],
    ["Stopped", totals?.stopped ?? 0, OUTCOME_TONES.STOPPED.dot],
    ["Failed", totals?.failed ?? 0, OUTCOME_TONES.FAILED.dot],
  ];
  return (
    <section aria-label="Totals" className="grid gap-3 border-b px-4 py-3.5">
      <div className="flex items-baseline justify-between">
        <p className="tabular font-semibold text-2xl tracking-tight">{count(enrolled)}</p>
        <p className="text-muted-foreground text-xs">
          <LiveSign status={status} state={state} />
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
