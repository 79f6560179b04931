import { readMoment } from "#store/engine-config";
import type { Runtime } from "../runtime.ts";
import { isSuspended, noteClock } from "./clock-drift.ts";

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
