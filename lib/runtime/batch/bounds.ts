import { SHARD_COUNT } from "#db";
import type { LowerBounds } from "#store/shards";
import { MINUTE_MS } from "#times";

/**
 * A request commits its signals some time after the time stored in the rows, so the inbox is read from a minute before
 * the bound.
 */
const INBOX_BACK_MS = MINUTE_MS;
/**
 * Only the holder of a shard's lock writes due times there, and it reads the clock after locking. So nothing is added
 * before what an earlier holder has seen, and a short distance is enough. With a minute instead, up to a million dead
 * index entries that a long snapshot keeps alive had to be skipped: 40 ms for each look.
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

/** The time from which to read: somewhat before what was seen, so that late commits are not missed. */
export function lowerBounds({ seen }: Bounds): LowerBounds {
  const before = (backMs: number) =>
    seen.map((at) => (Number.isFinite(at) ? new Date(at - backMs).toISOString() : "-infinity"));
  return { inbox: before(INBOX_BACK_MS), due: before(DUE_BACK_MS) };
}

/** A batch that left nothing unread in a shard raises the shard's bound to its own `now`. */
export function sawEverything(bounds: Bounds, shard: number, now: number): void {
  if (now > (bounds.seen[shard] ?? 0)) bounds.seen[shard] = now;
}

/**
 * The bound is only an optimization. Once a second the rows before it are searched too, less often if that search is
 * slow.
 */
export function fullScanDue(bounds: Bounds, at: number): boolean {
  const every = bounds.fullScanCost < 20 ? 1_000 : bounds.fullScanCost * 50;
  return at - bounds.fullScanAt >= every;
}
