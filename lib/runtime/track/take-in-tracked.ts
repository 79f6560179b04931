import { type Database, errorCode, type TransactionSql } from "#db";
import { hasTracked, setTrackedAside, type Tracked, takeTracked } from "#store/tracked";
import { reasonOf } from "../batch/refusal.ts";
import { checkItems } from "../ingest/check-items.ts";
import { ingestFrom } from "../ingest/index.ts";
import { isLasting } from "../lasting-error.ts";
import type { Runtime } from "../runtime.ts";

const AT_ONCE = 500;
const FULL_LOOK_MS = 1_000;

// The highest id taken, from which the next look starts (R8), and the time of the next full look: a row that commits
// late has a lower id.
const looked = new WeakMap<Database, { after: number; fullAt: number }>();

/**
 * Stores the events that `sojourn.track` wrote in committed transactions. Rows leave their table in the transaction
 * that stores the events, so a crash in between neither loses nor duplicates one (R38). Returns whether there was any.
 */
export async function takeInTracked(runtime: Runtime): Promise<boolean> {
  const { database } = runtime;
  const look = looked.get(database) ?? { after: 0, fullAt: 0 };
  looked.set(database, look);
  const full = performance.now() >= look.fullAt;
  const after = full ? 0 : look.after;
  if (full) look.fullAt = performance.now() + FULL_LOOK_MS;
  if (!(await hasTracked(database.sql, after))) return false;
  const last = (await takeIn(runtime, after, AT_ONCE)).at(-1);
  if (last) look.after = Math.max(look.after, last.id);
  return last !== undefined;
}

async function takeIn(runtime: Runtime, after: number, atOnce: number): Promise<readonly Tracked[]> {
  let rows: readonly Tracked[] = [];
  const read = async (sql: TransactionSql) => {
    rows = await takeTracked(sql, after, atOnce);
    const items = rows.map((row) => row.item);
    checkItems(items);
    return items;
  };
  try {
    await ingestFrom(runtime.database, read, { clock: runtime.clock });
  } catch (error) {
    const [only] = rows;
    if (!only || !isAboutRows(error)) throw error;
    // The same rows are retried one by one, so that only the faulty row stays behind.
    if (rows.length > 1) for (const _ of rows) await takeIn(runtime, after, 1);
    else {
      runtime.report("an event of sojourn.track cannot be stored and is set aside", error);
      await setTrackedAside(runtime.database.sql, only.id, reasonOf(error));
    }
  }
  return rows;
}

/** A schema mismatch, for example during a rollout, is no fault of the rows. */
const isAboutRows = (error: unknown): boolean => isLasting(error) && !errorCode(error).startsWith("42");
