import type { Trip } from "#engine";
import { type Connection, moment, momentOrNull, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";

/** Its unique index is the rule that a person runs a journey once per instance key; `wake_at` is clamped (R8). */
export async function insertPositions(sql: Connection, rows: readonly Owned<Trip>[], now: number): Promise<void> {
  await sql`
    insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, instance_key, epoch,
      node_id, wake_at, seq, enrolled_at, state)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, node_id,
      wake_at::timestamptz, seq, enrolled_at::timestamptz, state::jsonb
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.enrollmentId)}::uuid[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.instanceKey)}::text[],
      ${rows.map(({ row }) => row.epoch)}::int[], ${rows.map(({ row }) => row.nodeId)}::uuid[],
      ${rows.map(({ row }) => momentOrNull(row.wakeAt === null ? null : Math.max(row.wakeAt, now)))}::text[],
      ${rows.map(({ row }) => row.seq)}::int[], ${rows.map(({ row }) => moment(row.enrolledAt))}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.state))}::text[]
    ) as new (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, node_id, wake_at, seq,
      enrolled_at, state)`;
}
