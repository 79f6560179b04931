import { setTimeout as sleep } from "node:timers/promises";
import { deleteOldDeliveries } from "#store/deliveries";
import { longestWindow } from "#store/events";
import { deleteOldMessageEvents } from "#store/message-events";
import { deleteOldRows, dropPartition } from "#store/partitions";
import { deleteOldMessages } from "#store/refused-messages";
import { deleteOldSignals } from "#store/rejected-signals";
import { DAY_MS } from "#times";
import type { Runtime } from "../runtime.ts";
import { quietly, stamp } from "./partitions.ts";

/** Retention per table, in days; `null` keeps rows forever. */
export type KeepDays = {
  readonly events: number | null;
  readonly history: number | null;
  readonly deliveries: number | null;
  readonly messageIds: number;
};

/** Refused messages are kept for investigation only, not as a record. */
const REFUSED_DAYS = 30;
/**
 * Rejected signals that nobody replays or discards. Replaying them after this time would no longer do what was
 * intended.
 */
const REJECTED_DAYS = 90;
const TRIES = 5;
const PAUSE_MS = 300;

/**
 * Drops whole partitions at once, without touching a row. Rows in the default partition, and deliveries, are deleted in
 * slices.
 */
export async function dropOld(
  runtime: Runtime,
  partitions: ReadonlySet<string>,
  keep: KeepDays,
  now: number,
): Promise<void> {
  const { sql } = runtime.database;
  const limits = { events: await eventLimit(runtime, keep.events, now), history: before(keep.history, now) };
  for (const table of ["events", "history"] as const) {
    const limit = limits[table];
    if (limit === null) continue;
    // The partition of a week may only be dropped once all of its days are beyond the limit.
    await dropBefore(runtime, partitions, table, limit - 7 * DAY_MS);
    while ((await deleteOldRows(sql, table, limit)) > 0);
  }
  await dropBefore(runtime, partitions, "message_ids", now - keep.messageIds * DAY_MS);
  await deleteOldMessages(sql, now - REFUSED_DAYS * DAY_MS);
  while ((await deleteOldSignals(sql, now - REJECTED_DAYS * DAY_MS)) > 0);
  const sent = before(keep.deliveries, now);
  if (sent !== null) while ((await deleteOldDeliveries(sql, sent)) > 0);
  if (sent !== null) while ((await deleteOldMessageEvents(sql, sent)) > 0);
}

const before = (days: number | null, now: number): number | null => (days === null ? null : now - days * DAY_MS);

/** Keeps every event that a rule in use still counts, whatever retention is set. */
async function eventLimit(runtime: Runtime, days: number | null, now: number): Promise<number | null> {
  const set = before(days, now);
  return set === null ? null : Math.min(set, now - (await longestWindow(runtime.database.sql)));
}

async function dropBefore(
  runtime: Runtime,
  partitions: ReadonlySet<string>,
  table: string,
  limit: number,
): Promise<void> {
  const oldest = `${table}_${stamp(limit)}`;
  const old = [...partitions].filter((name) => name.startsWith(`${table}_2`) && name < oldest);
  for (const name of old) {
    for (let tried = 1; !(await quietly(dropPartition(runtime.database.sql, name))) && tried < TRIES; tried++)
      await sleep(PAUSE_MS);
  }
}
