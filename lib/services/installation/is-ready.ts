import { setTimeout as sleep } from "node:timers/promises";
import { getDatabase, isMigrated } from "#db";

const PATIENCE_MS = 3_000;

/** Whether the database answers within 3 s and is migrated. Never throws. */
export async function isReady(): Promise<boolean> {
  const stop = new AbortController();
  const tooLate = sleep(PATIENCE_MS, false, { signal: stop.signal }).catch(() => false);
  const answer = Promise.resolve()
    .then(() => isMigrated(getDatabase()))
    .catch(() => false);
  const ready = await Promise.race([answer, tooLate]);
  stop.abort();
  return ready;
}
