import { wakeEngine } from "#db";
import { findDueRechecks, wakeMembers } from "#store/segment-rechecks";
import type { Runtime } from "../runtime.ts";

const AT_ONCE = 1_000;

/**
 * Signals people whose memberships may have changed by time alone, so that they are evaluated again (R23). Returns
 * whether there were any.
 */
export async function wakeMemberships(runtime: Runtime): Promise<boolean> {
  const { clock, database } = runtime;
  const now = clock.kind === "virtual" ? clock.at.toISOString() : null;
  let woken = 0;
  for (const shard of await findDueRechecks(database.sql, now)) {
    woken += await wakeMembers(database.sql, shard, now, AT_ONCE);
  }
  if (woken > 0) wakeEngine();
  return woken > 0;
}
