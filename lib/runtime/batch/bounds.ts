import { SHARD_COUNT } from "#db";
import type { LowerBounds } from "#store/shards";
import { MINUTE_MS } from "#times";

/** A door commits its signals some time after the row's time. */
const INBOX_BACK_MS = MINUTE_MS;
/**
 * Only who holds a shard's lock writes when people are due there, and reads the time after locking: nothing comes behind
 * what an earlier holder has seen. Of a minute of steps a snapshot keeps a million rows in the way: 40 ms for each look.
 */
const DUE_BACK_MS = 5_000;

/** Per shard, the time up to which this process has seen every inbox row and every due position (R8). */
export type Bounds = { readonly seen: number[]; fullScanAt: number; fullScanCost: number };

export function openBounds(): Bounds {
  return { seen: Array.from({ length: SHARD_COUNT }, () => Number.NEGATIVE_INFINITY), fullScanAt: 0, fullScanCost: 0 };
}

export const NO_BOUNDS: LowerBounds = {
  inbox: Array.from({ length: SHARD_COUNT }, () => "-infinity"),
  due: Array.from({ length: SHARD_COUNT }, () => "-infinity"),
};

/** From where to look: some time before what was seen, so that late commits are not missed. */
export function lowerBounds({ seen }: Bounds): LowerBounds {
  const before = (backMs: number) =>
    seen.map((at) => (Number.isFinite(at) ? new Date(at - backMs).toISOString() : "-infinity"));
  return { inbox: before(INBOX_BACK_MS), due: before(DUE_BACK_MS) };
}

/** A batch that left nothing unread in a shard raises the shard's bound to its own `now`. */
export function sawEverything(bounds: Bounds, shard: number, now: number): void {
  if (now > (bounds.seen[shard] ?? 0)) bounds.seen[shard] = now;
}

/** The bound only speeds things up: once a second what lies before it is looked through, less often if that takes long. */
export function fullScanDue(bounds: Bounds, at: number): boolean {
  const every = bounds.fullScanCost < 20 ? 1_000 : bounds.fullScanCost * 50;
  return at - bounds.fullScanAt >= every;
}
