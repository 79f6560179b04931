const JUMP_MS = 300_000;
const SUSPENDED_MS = 30_000;

/** How the database's clock went against this process's monotonic one, which nobody can set. */
export type ClockDrift = {
  last: { readonly at: number; readonly ticks: number } | null;
  suspendedUntil: number;
  /** The last jump, until somebody is told: by how many ms, and to which time. */
  unreported: { readonly by: number; readonly at: number } | null;
};

export const openClockDrift = (): ClockDrift => ({ last: null, suspendedUntil: 0, unreported: null });

/**
 * Takes in what the database's clock says now, both in ms; answers by how much it jumped when that is more than five
 * minutes, else 0. Claims are then suspended for 30 s, so that nothing fires by a clock that is being set (R44).
 */
export function noteClock(drift: ClockDrift, at: number, ticks: number): number {
  const { last } = drift;
  // Two batches side by side may come in the other order; a moment's difference is no jump.
  if (!last || ticks > last.ticks) drift.last = { at, ticks };
  const jump = last ? at - last.at - (ticks - last.ticks) : 0;
  if (Math.abs(jump) <= JUMP_MS) return 0;
  drift.last = { at, ticks };
  drift.suspendedUntil = ticks + SUSPENDED_MS;
  drift.unreported = { by: jump, at };
  return jump;
}

export const isSuspended = (drift: ClockDrift, ticks: number): boolean => ticks < drift.suspendedUntil;
