import type { JourneyStats, NodeStats, StatsTotals } from "#data";
import type { LiveNumbers } from "./live-context.tsx";

const whole = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** `1,204`, and `12.4K` where there is little room. */
export function count(value: number): string {
  return value < 10_000 ? whole.format(value) : short.format(value);
}

export function share(part: number, of: number): string {
  if (of === 0) return "–";
  const percent = (100 * part) / of;
  return `${percent > 0 && percent < 1 ? "<1" : Math.round(percent)}%`;
}

export function numbersOf(stats: JourneyStats): LiveNumbers {
  const drawn = stats.transitions.filter(({ current }) => current);
  const drawnInto = new Map<string, number>();
  for (const { targetNodeId, count: people } of drawn)
    drawnInto.set(targetNodeId, (drawnInto.get(targetNodeId) ?? 0) + people);
  return {
    version: stats.version,
    drawnVersion: stats.drawnVersion,
    totals: stats.totals,
    nodes: new Map(stats.nodes.map((node) => [node.nodeId, node])),
    edges: new Map(drawn.map((edge) => [edge.edgeId, edge])),
    drawnInto,
  };
}

/** The share of people who left the journey at a step; people moved away by publishing did not leave. */
export function dropOff(stats: NodeStats): number {
  return stats.entered === 0 ? 0 : leftAt(stats) / stats.entered;
}

const leftAt = ({ exited, movedOut, failed }: NodeStats) => exited - movedOut + failed;

/**
 * Whether a step's drop-off is high. People who reach the goal leave a step too, and the numbers of a step do not show
 * why; so a step cannot count more losses than the whole journey.
 */
export function isHighDropOff(stats: NodeStats, totals: StatsTotals): boolean {
  const lost = Math.min(leftAt(stats), totals.stopped + totals.failed);
  return stats.entered > 0 && lost / stats.entered >= HIGH_DROP_OFF;
}

/** From this share on, a step's drop-off is highlighted on the canvas. */
const HIGH_DROP_OFF = 0.25;
