import type { TransactionSql } from "#db";
import type { Position } from "#engine";
import { type Connection, json, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { rowsAsTable } from "../sql/rows-as-table.ts";

/**
 * The unique index enforces that a person runs a journey once per instance key. `wake_at` is never set before now (R8).
 */
export async function insertPositions(
  sql: TransactionSql,
  rows: readonly Owned<Position>[],
  now: number,
): Promise<void> {
  await insertRows(sql, "positions", {
    shard: ["smallint", shardsOf(rows)],
    enrollment_id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
    workspace_id: ["uuid", workspacesOf(rows)],
    journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
    version_id: ["uuid", rows.map(({ row }) => row.versionId)],
    person_id: ["uuid", peopleOf(rows)],
    instance_key: ["text", rows.map(({ row }) => row.instanceKey)],
    epoch: ["int", rows.map(({ row }) => row.epoch)],
    node_id: ["uuid", rows.map(({ row }) => row.nodeId)],
    wake_at: ["moment", rows.map(({ row }) => (row.wakeAt === null ? null : Math.max(row.wakeAt, now)))],
    seq: ["int", rows.map(({ row }) => row.seq)],
    enrolled_at: ["moment", rows.map(({ row }) => row.enrolledAt)],
    state: ["json", json(rows.map(({ row }) => row.state))],
  });
}

/**
 * `wake_at` is never set before the batch's now, so that scans may start from a lower bound; the exact time is in
 * `state` (R8).
 */
export async function updatePositions(sql: Connection, rows: readonly Owned<Position>[], now: number): Promise<void> {
  await sql`
    update positions
    set version_id = moved.version_id, epoch = moved.epoch, node_id = moved.node_id,
      wake_at = moved.wake_at, seq = moved.seq, state = moved.state
    from (${rowsAsTable(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
      version_id: ["uuid", rows.map(({ row }) => row.versionId)],
      epoch: ["int", rows.map(({ row }) => row.epoch)],
      node_id: ["uuid", rows.map(({ row }) => row.nodeId)],
      wake_at: ["moment", rows.map(({ row }) => (row.wakeAt === null ? null : Math.max(row.wakeAt, now)))],
      seq: ["int", rows.map(({ row }) => row.seq)],
      state: ["json", json(rows.map(({ row }) => row.state))],
    })}) as moved
    where positions.shard = moved.shard ${ofOneShard(sql, "positions", shardsOf(rows))}
      and positions.enrollment_id = moved.id`;
}

/**
 * Runs before new positions are inserted, because a restart ends one enrollment and starts another with the same unique
 * key.
 */
export async function deletePositions(sql: Connection, rows: readonly Owned<{ readonly id: string }>[]): Promise<void> {
  await sql`
    delete from positions
    using unnest(${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[]) as ended (shard, id)
    where positions.shard = ended.shard ${ofOneShard(sql, "positions", shardsOf(rows))}
      and positions.enrollment_id = ended.id`;
}

/** A due position that caused no change would be claimed again and again, so its time is moved by a minute. */
export async function deferPositions(
  sql: Connection,
  rows: readonly Owned<{ readonly id: string }>[],
  until: string,
): Promise<void> {
  await sql`
    update positions set wake_at = ${until}::timestamptz
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[]) as deferred (shard, id)
    where positions.shard = deferred.shard ${ofOneShard(sql, "positions", shardsOf(rows))}
      and positions.enrollment_id = deferred.id`;
}
