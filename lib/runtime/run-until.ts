import { readNextWake } from "#store/positions";
import { runCampaigns } from "./campaigns/index.ts";
import type { Clock } from "./clock.ts";
import { runDates } from "./dates/index.ts";
import { runOperations } from "./operations/index.ts";
import { wakeMemberships } from "./recheck/index.ts";
import type { Runtime } from "./runtime.ts";
import { runSchedules } from "./schedules/index.ts";
import { tick } from "./tick.ts";

export type RunUntilOptions = {
  /**
   * How far apart, in ms, due times may be and still be processed in one batch. Up to 59 s the results are exact (R20:
   * waits are armed from the transition while a batch is at most 60 s late). An hour simulates a slow engine, but runs
   * fast.
   */
  readonly gather?: number;
};

const EXACT_MS = 59_000;

/** Processes everything that is due at the runtime's time: operations, inboxes and timers. */
export async function drain(runtime: Runtime): Promise<void> {
  for (;;) {
    const scheduled = await runSchedules(runtime);
    const started = await runCampaigns(runtime);
    await wakeMemberships(runtime);
    await runDates(runtime);
    const worked = await runOperations(runtime);
    const report = await tick(runtime);
    if (!scheduled && !started && worked === 0 && report.idle) return;
  }
}

/**
 * Moves a virtual clock to `at`, stopping at each time at which something is due, so that months run through the real
 * driver. Timers at `at` itself do not fire: a timer fires only after its time has passed (R19).
 */
export async function runUntil(runtime: Runtime, at: Date, options: RunUntilOptions = {}): Promise<void> {
  const clock = virtual(runtime.clock);
  const gather = options.gather ?? EXACT_MS;
  await drain(runtime);
  for (;;) {
    const next = await readNextWake(runtime.database.sql);
    if (next === null || next >= at.getTime()) break;
    clock.at = new Date(Math.min(Math.max(next, clock.at.getTime()) + Math.max(1, gather), at.getTime()));
    await drain(runtime);
  }
  if (at > clock.at) clock.at = at;
  await drain(runtime);
}

function virtual(clock: Clock): Clock & { kind: "virtual" } {
  if (clock.kind !== "virtual") throw new Error("runUntil moves a virtual clock; this runtime has the database's.");
  return clock;
}
