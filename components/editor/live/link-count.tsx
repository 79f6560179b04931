"use client";

import { useLiveNumbers } from "./live-context.tsx";
import { count, share } from "./numbers.ts";

/** How many people took an edge, and their share of those who arrived at its step. */
export function LinkCount({ edgeId }: { edgeId: string }) {
  const stats = useLiveNumbers().edges.get(edgeId);
  if (!stats) return null;
  return (
    <span className={stats.count > 0 ? "link-count" : "link-count is-none"} data-edge-count={stats.count}>
      {count(stats.count)}
      {stats.count > 0 ? <small>{share(stats.rate, 1)}</small> : null}
    </span>
  );
}
