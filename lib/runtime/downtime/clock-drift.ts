import { readMoment } from "#store/engine-config";
import type { Runtime } from "../runtime.ts";

const JUMP_MS = 300_000;
const SUSPENDED_MS = 30_000;

/** Compares the database's clock with this process's monotonic clock, which nobody can set. */
export type ClockDrift = {
  last: { readonly at: number; readonly ticks: number } | null;
  suspendedUntil: number;
  /** The last jump, until it is reported: its size in ms and the time after it. */
  unreported: { readonly by: number; readonly at: number } | null;
};

export const openClockDrift = (): ClockDrift => ({ last: null, suspendedUntil: 0, unreported: null });

/**
 * Records a reading of the database's clock and of the monotonic clock, both in ms. Returns the size of the jump if it
 * exceeds five minutes, otherwise 0. After a jump claims are suspended for 30 s, so that nothing fires while the clock
 * is being set (R44).
 */
export function noteClock(drift: ClockDrift, at: number, ticks: number): number {
  const { last } = drift;
  // Readings of two concurrent batches may arrive out of order; that small difference is not a jump.
  if (!last || ticks > last.ticks) drift.last = { at, ticks };
  const jump = last ? at - last.at - (ticks - last.ticks) : 0;
  if (Math.abs(jump) <= JUMP_MS) return 0;
  drift.last = { at, ticks };
  drift.suspendedUntil = ticks + SUSPENDED_MS;
  drift.unreported = { by: jump, at };
  return jump;
}

export const isSuspended = (drift: ClockDrift, ticks: number): boolean => ticks < drift.suspendedUntil;

/** Reads the database's clock and returns whether it can be trusted; it cannot for 30 s after a jump (R44). */
export async function isSteady(runtime: Runtime): Promise<boolean> {
  return runtime.clock.kind === "virtual" || mayWorkAt(runtime, (await readMoment(runtime.database.sql)).now);
}

/** The same for a time of the database's clock, in ms, that the caller has just read. */
export function mayWorkAt({ clock, drift }: Runtime, now: number): boolean {
  if (clock.kind === "virtual") return true;
  const ticks = performance.now();
  // A concurrent batch may already have recorded the jump; this one then has to stop as well.
  return noteClock(drift, now, ticks) === 0 && !isSuspended(drift, ticks);
}
