import { raiseRevision, readMoment } from "#store/engine-config";
import { claimLearning, writeLearned } from "#store/offers";
import { toSqlTimestamp } from "#store/sql";
import { MINUTE_MS } from "#times";
import type { Runtime } from "../runtime.ts";
import { orSetAside } from "../set-aside.ts";

const EVERY_MS = 10 * MINUTE_MS;

/**
 * Gives decisions that sample the present counts of their offers, every ten minutes. Decisions read them from the
 * configuration, so that every process decides alike and no batch counts anything (R4, R49).
 */
export async function learnOffers(runtime: Runtime): Promise<boolean> {
  const { sql } = runtime.database;
  const asked = await readMoment(sql);
  const at = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const times = { now: toSqlTimestamp(at), since: toSqlTimestamp(at - EVERY_MS) };
  await orSetAside(runtime, { workspaceId: null, journeyId: null, subject: "counts of offers" }, () =>
    sql.begin(async (tx) => {
      let changed = false;
      for (const workspaceId of await claimLearning(tx, times))
        changed = (await writeLearned(tx, workspaceId)) || changed;
      if (changed) await raiseRevision(tx);
    }),
  );
  return false;
}
