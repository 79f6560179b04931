import type { EnrollmentEnd, EnrollmentStart } from "#engine";
import { type Connection, moment, momentOrNull, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";

/** A trip with its outcome, when it ended in the batch that began it. */
export type NewEnrollment = EnrollmentStart & { readonly end: EnrollmentEnd | null };

export async function insertEnrollments(sql: Connection, rows: readonly Owned<NewEnrollment>[]): Promise<void> {
  await sql`
    insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status,
      exit_reason, entry_node_id, last_node_id, trigger, enrolled_at, ended_at)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status, exit_reason,
      entry_node_id, last_node_id, trigger::jsonb, enrolled_at::timestamptz, ended_at::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.instanceKey)}::text[],
      ${rows.map(({ row }) => row.epoch)}::int[], ${rows.map(({ row }) => row.end?.status ?? "active")}::text[],
      ${rows.map(({ row }) => row.end?.exitReason ?? null)}::text[], ${rows.map(({ row }) => row.entryNodeId)}::uuid[],
      ${rows.map(({ row }) => row.end?.lastNodeId ?? null)}::uuid[],
      ${rows.map(({ row }) => (row.trigger === null ? null : JSON.stringify(row.trigger)))}::text[],
      ${rows.map(({ row }) => moment(row.enrolledAt))}::text[],
      ${rows.map(({ row }) => momentOrNull(row.end?.endedAt ?? null))}::text[]
    ) as new (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status, exit_reason,
      entry_node_id, last_node_id, trigger, enrolled_at, ended_at)`;
}
