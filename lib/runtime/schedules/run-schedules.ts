import { wakeEngine } from "#db";
import { readMoment } from "#store/engine-config";
import { advanceSchedule, lockSchedules, queueScheduledRun, readSchedules, type ScheduleRow } from "#store/schedules";
import { toSqlTimestamp } from "#store/sql";
import { raiseAlerts } from "../alerts/index.ts";
import { isLasting } from "../lasting-error.ts";
import type { Runtime } from "../runtime.ts";
import { type Runs, runsSince } from "./missed-runs.ts";
import { reportSchedule } from "./report-schedule.ts";
import { syncSchedules } from "./sync-schedules.ts";

// The configuration revision that the table matches.
const synced = new WeakMap<Runtime, number>();

/** Starts the due runs of SCHEDULE triggers (R45). Returns whether there was one. */
export async function runSchedules(runtime: Runtime): Promise<boolean> {
  const { sql } = runtime.database;
  const asked = await readMoment(sql);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  if (synced.get(runtime) !== asked.revision) {
    await sql.begin(async (tx) => {
      // One engine at a time. Rows read before the lock may predate another engine's change, so `syncSchedules` reads
      // after it.
      await lockSchedules(tx);
      await syncSchedules(runtime, tx, now);
    });
    synced.set(runtime, asked.revision);
  }
  let fired = false;
  for (const schedule of await readSchedules(sql, now)) fired = (await runOrSetAside(runtime, schedule, now)) || fired;
  if (fired) wakeEngine();
  return fired;
}

/** A schedule that cannot be computed, or whose run is refused, stops; the others continue (R53). */
async function runOrSetAside(runtime: Runtime, schedule: ScheduleRow, now: number): Promise<boolean> {
  let runs: Runs;
  try {
    runs = runsSince(schedule.config, schedule.nextAt ?? now, now);
  } catch (error) {
    return await setAside(runtime, schedule, error, now);
  }
  try {
    return await runOne(runtime, schedule, runs, now);
  } catch (error) {
    if (!isLasting(error)) throw error;
    return await setAside(runtime, schedule, error, now);
  }
}

async function setAside(runtime: Runtime, schedule: ScheduleRow, error: unknown, now: number): Promise<false> {
  await runtime.database.sql.begin(async (sql) => {
    if (await advanceSchedule(sql, schedule, null, null)) await reportSchedule(runtime, sql, schedule, error, now);
  });
  return false;
}

async function runOne(runtime: Runtime, schedule: ScheduleRow, runs: Runs, now: number): Promise<boolean> {
  return await runtime.database.sql.begin(async (sql) => {
    if (!(await advanceSchedule(sql, schedule, runs.next, runs.fires))) return false;
    if (runs.fires !== null) await queueScheduledRun(sql, schedule, runs.fires);
    if (runs.missed > 0) {
      const { journeyId, workspaceId, nodeId } = schedule;
      const text = missedText(runs, schedule.nextAt ?? now);
      await raiseAlerts(sql, [
        { code: "schedule_missed", workspaceId, journeyId, at: now, text, count: runs.missed, subject: nodeId },
      ]);
    }
    return true;
  });
}

function missedText({ missed, fires }: Runs, first: number): string {
  const many = missed === 1 ? "A scheduled run" : `${missed} scheduled runs`;
  const rest = fires === null ? "None was started later" : `Only the latest, of ${toSqlTimestamp(fires)}, was started`;
  return `${many} did not take place, the first at ${toSqlTimestamp(first)}: no engine was running. ${rest}.`;
}
