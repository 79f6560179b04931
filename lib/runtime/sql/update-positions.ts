import type { Trip } from "#engine";
import { type Connection, documents, type Owned, plain, shardsOf } from "./connection.ts";

/** `wake_at` is clamped to the batch's now, so that scans may start from a lower bound; the true time is in `state` (R8). */
export async function updatePositions(sql: Connection, rows: readonly Owned<Trip>[], now: number): Promise<void> {
  await sql`
    update positions
    set version_id = moved.version_id, epoch = moved.epoch, node_id = moved.node_id,
      wake_at = to_timestamp(moved.wake_at / 1000), seq = moved.seq, state = moved.state::jsonb
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[],
      ${plain(rows.map(({ row }) => row.versionId))}::uuid[], ${plain(rows.map(({ row }) => row.epoch))}::int[],
      ${plain(rows.map(({ row }) => row.nodeId))}::uuid[],
      ${plain(rows.map(({ row }) => (row.wakeAt === null ? null : Math.max(row.wakeAt, now))))}::float8[],
      ${plain(rows.map(({ row }) => row.seq))}::int[],
      string_to_array(${documents(rows.map(({ row }) => row.state))}::text, E'\\n', '')
    ) as moved (shard, id, version_id, epoch, node_id, wake_at, seq, state)
    where positions.shard = moved.shard and positions.enrollment_id = moved.id`;
}
