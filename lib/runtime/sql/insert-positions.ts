import type { Trip } from "#engine";
import { type Connection, documents, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "./connection.ts";

/** Its unique index is the rule that a person runs a journey once per instance key; `wake_at` is clamped (R8). */
export async function insertPositions(sql: Connection, rows: readonly Owned<Trip>[], now: number): Promise<void> {
  await sql`
    insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, instance_key, epoch,
      node_id, wake_at, seq, enrolled_at, state)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, node_id,
      to_timestamp(wake_at / 1000), seq, to_timestamp(enrolled_at / 1000), state::jsonb
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[],
      ${plain(workspacesOf(rows))}::uuid[], ${plain(rows.map(({ row }) => row.journeyId))}::uuid[],
      ${plain(rows.map(({ row }) => row.versionId))}::uuid[], ${plain(peopleOf(rows))}::uuid[],
      ${rows.map(({ row }) => row.instanceKey)}::text[], ${plain(rows.map(({ row }) => row.epoch))}::int[],
      ${plain(rows.map(({ row }) => row.nodeId))}::uuid[],
      ${plain(rows.map(({ row }) => (row.wakeAt === null ? null : Math.max(row.wakeAt, now))))}::float8[],
      ${plain(rows.map(({ row }) => row.seq))}::int[], ${plain(rows.map(({ row }) => row.enrolledAt))}::float8[],
      string_to_array(${documents(rows.map(({ row }) => row.state))}::text, E'\\n', '')
    ) as new (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, node_id, wake_at, seq,
      enrolled_at, state)`;
}
