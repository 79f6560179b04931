import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db";
import { isJourneyRate } from "#policies";
import type { Connection } from "../sql/connection.ts";
import { rateSlots } from "./table.ts";

/** Places in the queue of a rate that a batch needs. Times are ms. */
export type Slots = {
  readonly workspaceId: string;
  readonly key: string;
  readonly intervalMs: number;
  readonly toleranceMs: number;
  readonly count: number;
};

/**
 * Takes so many places in a row, and returns the time (ms) of the first; each later one comes after the interval. The
 * queue of an idle rate begins the tolerance before `now`, so that a second's worth may leave at once. One statement
 * advances the queue, so two senders never have the same place; what a dead sender took is not used.
 */
export async function takeSlots(sql: Connection, slots: Slots, now: number): Promise<number> {
  const { workspaceId, key, intervalMs, toleranceMs, count } = slots;
  const lengthMs = intervalMs * count;
  const [row] = await sql<{ endsAt: number }[]>`
    insert into rate_slots as known (workspace_id, key, next_at)
    values (${workspaceId}, ${key}, to_timestamp((${now}::float8 - ${toleranceMs}::float8 + ${lengthMs}::float8) / 1000))
    on conflict (workspace_id, key) do update set next_at =
      greatest(known.next_at, to_timestamp((${now}::float8 - ${toleranceMs}::float8) / 1000)) + make_interval(secs => ${lengthMs}::float8 / 1000)
    returning (extract(epoch from next_at) * 1000)::float8 as "endsAt"`;
  return (row?.endsAt ?? now) - lengthMs;
}

/** The queues begin again under limits that were changed; those of journeys, whose versions never change, go on. */
export async function forgetRates(tx: Transaction, workspaceId: string): Promise<void> {
  const rows = await tx.select().from(rateSlots).where(eq(rateSlots.workspaceId, workspaceId));
  const changed = rows.flatMap(({ key }) => (isJourneyRate(key) ? [] : [key]));
  if (changed.length === 0) return;
  await tx.delete(rateSlots).where(and(eq(rateSlots.workspaceId, workspaceId), inArray(rateSlots.key, changed)));
}
