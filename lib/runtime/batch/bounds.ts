import { SHARD_COUNT } from "#db";

const BACK_MS = 60_000;

/** Per shard, the time up to which this process has seen every mailbox row and every due position (R8). */
export type Bounds = { readonly seen: number[]; fullScanAt: number; fullScanCost: number };

export function openBounds(): Bounds {
  return { seen: Array.from({ length: SHARD_COUNT }, () => Number.NEGATIVE_INFINITY), fullScanAt: 0, fullScanCost: 0 };
}

/** From where to look: 60 s before what was seen, so that late commits are not missed. ISO text or `-infinity`. */
export function lowerBounds(bounds: Bounds): string[] {
  return bounds.seen.map((at) => (Number.isFinite(at) ? new Date(at - BACK_MS).toISOString() : "-infinity"));
}

/** A batch that left nothing unread in a shard raises the shard's bound to its own `now`. */
export function sawEverything(bounds: Bounds, shard: number, now: number): void {
  if (now > (bounds.seen[shard] ?? 0)) bounds.seen[shard] = now;
}

/** The bound only speeds things up: once a second everything is looked through, less often if that takes long. */
export function fullScanDue(bounds: Bounds, at: number): boolean {
  const every = bounds.fullScanCost < 20 ? 1_000 : bounds.fullScanCost * 50;
  return at - bounds.fullScanAt >= every;
}
