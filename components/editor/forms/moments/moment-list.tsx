"use client";

import type { Moments } from "#data";
import { Ago, formatMoment } from "#shell";

/** Moments as the clock of their zone shows them: the server's text, as this browser may carry other zones (R49). */
export function MomentList({ moments }: { moments: Moments["moments"] }) {
  return (
    <ol className="grid gap-0.5 text-muted-foreground text-xs">
      {moments.map(({ at, local }) => (
        <li key={at} className="flex justify-between gap-3">
          <span>{wallClock(local)}</span>
          <Ago at={at} />
        </li>
      ))}
    </ol>
  );
}

export const wallClock = (local: string): string => formatMoment(`${local}Z`, "UTC");
