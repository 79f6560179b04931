import { readMoment } from "#store/engine-config";
import type { Runtime } from "../runtime.ts";
import { isSuspended, noteClock } from "./clock-drift.ts";

/** Whether the database's clock can be worked by just now: not for 30 s after it jumped (R44). Asks it. */
export async function isSteady(runtime: Runtime): Promise<boolean> {
  return runtime.clock.kind === "virtual" || mayWorkAt(runtime, (await readMoment(runtime.database.sql)).now);
}

/** The same for a time of the database's clock, in ms, that was read this moment. */
export function mayWorkAt({ clock, drift }: Runtime, now: number): boolean {
  if (clock.kind === "virtual") return true;
  const ticks = performance.now();
  // Of two batches side by side one may have noted the jump already: the other rests as well.
  return noteClock(drift, now, ticks) === 0 && !isSuspended(drift, ticks);
}
