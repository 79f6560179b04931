import { wakeEngine } from "#db";
import { lockDatePlans } from "#store/date-plans";
import { findDueDates, sendDueDates } from "#store/date-starts";
import { readMoment } from "#store/engine-config";
import type { Runtime } from "../runtime.ts";
import { syncDates } from "./sync-dates.ts";

const AT_ONCE = 1_000;

// The configuration revision that the plans match.
const synced = new WeakMap<Runtime, number>();

/**
 * Starts people in journeys on the dates of their traits (R55). It first plans dates where DATE triggers have changed,
 * then writes a signal for each due date; the next batch enrolls the person. Returns whether there was work.
 */
export async function runDates(runtime: Runtime): Promise<boolean> {
  const { clock, database } = runtime;
  const asked = await readMoment(database.sql);
  const now = clock.kind === "virtual" ? clock.at.getTime() : asked.now;
  let worked = false;
  if (synced.get(runtime) !== asked.revision) {
    worked = await database.sql.begin(async (sql) => {
      await lockDatePlans(sql);
      return await syncDates(sql, now);
    });
    synced.set(runtime, asked.revision);
  }
  const at = clock.kind === "virtual" ? clock.at.toISOString() : null;
  for (const shard of await findDueDates(database.sql, at)) {
    if ((await sendDueDates(database.sql, shard, at, AT_ONCE)) > 0) worked = true;
  }
  if (worked) wakeEngine();
  return worked;
}
