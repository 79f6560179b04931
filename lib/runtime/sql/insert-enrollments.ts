import type { EnrollmentEnd, EnrollmentStart } from "#engine";
import { type Connection, documents, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "./connection.ts";

/** A trip with its outcome, when it ended in the batch that began it. */
export type NewEnrollment = EnrollmentStart & { readonly end: EnrollmentEnd | null };

export async function insertEnrollments(sql: Connection, rows: readonly Owned<NewEnrollment>[]): Promise<void> {
  await sql`
    insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status,
      exit_reason, entry_node_id, last_node_id, trigger, enrolled_at, ended_at, failed_state)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status, exit_reason,
      entry_node_id, last_node_id, trigger::jsonb, to_timestamp(enrolled_at / 1000), to_timestamp(ended_at / 1000),
      failed_state::jsonb
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[],
      ${plain(workspacesOf(rows))}::uuid[], ${plain(rows.map(({ row }) => row.journeyId))}::uuid[],
      ${plain(rows.map(({ row }) => row.versionId))}::uuid[], ${plain(peopleOf(rows))}::uuid[],
      ${rows.map(({ row }) => row.instanceKey)}::text[], ${plain(rows.map(({ row }) => row.epoch))}::int[],
      ${plain(rows.map(({ row }) => row.end?.status ?? "active"))}::text[],
      ${plain(rows.map(({ row }) => row.end?.exitReason ?? null))}::text[],
      ${plain(rows.map(({ row }) => row.entryNodeId))}::uuid[],
      ${plain(rows.map(({ row }) => row.end?.lastNodeId ?? null))}::uuid[],
      string_to_array(${documents(rows.map(({ row }) => row.trigger))}::text, E'\\n', ''),
      ${plain(rows.map(({ row }) => row.enrolledAt))}::float8[],
      ${plain(rows.map(({ row }) => row.end?.endedAt ?? null))}::float8[],
      string_to_array(${documents(rows.map(({ row }) => row.end?.failedState ?? null))}::text, E'\\n', '')
    ) as new (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status, exit_reason,
      entry_node_id, last_node_id, trigger, enrolled_at, ended_at, failed_state)`;
}
