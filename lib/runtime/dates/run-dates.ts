import { wakeEngine } from "#db";
import { lockDatePlans } from "#store/date-plans";
import { findDueDates, sendDueDates } from "#store/date-starts";
import { readMoment } from "#store/engine-config";
import type { Runtime } from "../runtime.ts";
import { syncDates } from "./sync-dates.ts";

const AT_ONCE = 1_000;

// The configuration up to which the plans are in line.
const synced = new WeakMap<Runtime, number>();

/**
 * Lets people start journeys on the dates of their traits (R55): plans them where DATE triggers have changed, and sends what
 * is due to the person, who starts with the next batch. Answers whether there was anything.
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
