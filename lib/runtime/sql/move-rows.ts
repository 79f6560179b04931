import type { TransactionSql } from "#db";
import { moment } from "./connection.ts";

/** Tables whose rows follow a merged person; `segment_members` and `people` are merged, not moved. */
const MOVED = [
  "enrollments",
  "positions",
  "history",
  "deliveries",
  "conversions",
  "split_choices",
  "queued_actions",
  "person_changes",
  "events",
] as const;

type Move = {
  readonly shard: number;
  readonly personId: string;
  readonly toShard: number;
  readonly toPersonId: string;
};

/**
 * The shard is part of every key and Citus does not change it in place: rows are copied under the new owner, then deleted.
 */
export async function moveRows(sql: TransactionSql, move: Move, now: number): Promise<void> {
  const changes = JSON.stringify({ shard: move.toShard, person_id: move.toPersonId });
  for (const name of MOVED) {
    const table = sql(name);
    if (move.shard === move.toShard) {
      await sql`update ${table} set person_id = ${move.toPersonId} where shard = ${move.shard} and person_id = ${move.personId}`;
      continue;
    }
    await sql`
      insert into ${table}
      select (jsonb_populate_record(moved, ${changes}::text::jsonb)).*
      from ${table} as moved where moved.shard = ${move.shard} and moved.person_id = ${move.personId}`;
    await sql`delete from ${table} where shard = ${move.shard} and person_id = ${move.personId}`;
  }
  // Whoever was due there already would be behind what the new shard's readers have seen (R8).
  await sql`
    update positions set wake_at = ${moment(now)}::timestamptz
    where shard = ${move.toShard} and person_id = ${move.toPersonId} and wake_at < ${moment(now)}::timestamptz`;
}
