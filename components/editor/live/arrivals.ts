import type { NodeStats } from "#data";
import type { LiveNumbers } from "./live-context.tsx";
import { count } from "./numbers.ts";

/** How people arrived at a step, by what the canvas shows. */
export type Arrivals = NodeStats["arrivals"] & {
  /** Through connections that are drawn, and through those that only other versions have. */
  drawn: number;
  former: number;
};

export function arrivalsOf(stats: NodeStats, drawn: LiveNumbers["drawnInto"]): Arrivals {
  const through = drawn.get(stats.nodeId) ?? 0;
  return { ...stats.arrivals, drawn: through, former: stats.arrivals.connections - through };
}

/** A short text for arrivals that the drawn edges do not show; null if they show all. */
export function otherArrivals({ moved, other, former }: Arrivals): string | null {
  if (moved + other + former === 0) return null;
  if (other + former === 0) return `${count(moved)} moved here`;
  if (moved + other === 0) return `${count(former)} by earlier connections`;
  return `${count(moved + other + former)} arrived otherwise`;
}
