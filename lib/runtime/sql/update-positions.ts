import type { Position } from "#engine";
import { type Connection, json, type Owned, shardsOf } from "./connection.ts";
import { rowsAsTable } from "./rows-as-table.ts";

/** `wake_at` is clamped to the batch's now, so that scans may start from a lower bound; the true time is in `state` (R8). */
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
    where positions.shard = moved.shard and positions.enrollment_id = moved.id`;
}
