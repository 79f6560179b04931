import type { Trip } from "#engine";
import { type Connection, momentOrNull, type Owned, shardsOf } from "./connection.ts";

/** `wake_at` is clamped to the batch's now, so that scans may start from a lower bound; the true time is in `state` (R8). */
export async function updatePositions(sql: Connection, rows: readonly Owned<Trip>[], now: number): Promise<void> {
  await sql`
    update positions
    set version_id = moved.version_id, epoch = moved.epoch, node_id = moved.node_id,
      wake_at = moved.wake_at::timestamptz, seq = moved.seq, state = moved.state::jsonb
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.enrollmentId)}::uuid[],
      ${rows.map(({ row }) => row.versionId)}::uuid[], ${rows.map(({ row }) => row.epoch)}::int[],
      ${rows.map(({ row }) => row.nodeId)}::uuid[],
      ${rows.map(({ row }) => momentOrNull(row.wakeAt === null ? null : Math.max(row.wakeAt, now)))}::text[],
      ${rows.map(({ row }) => row.seq)}::int[], ${rows.map(({ row }) => JSON.stringify(row.state))}::text[]
    ) as moved (shard, id, version_id, epoch, node_id, wake_at, seq, state)
    where positions.shard = moved.shard and positions.enrollment_id = moved.id`;
}
