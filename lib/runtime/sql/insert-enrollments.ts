import type { EnrollmentEnd, EnrollmentStart } from "#engine";
import { type Connection, json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { tableOf } from "./table-of.ts";

/** A trip with its outcome, when it ended in the batch that began it. */
export type NewEnrollment = EnrollmentStart & { readonly end: EnrollmentEnd | null };

export async function insertEnrollments(sql: Connection, rows: readonly Owned<NewEnrollment>[]): Promise<void> {
  await sql`
    insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status,
      exit_reason, entry_node_id, last_node_id, trigger, enrolled_at, ended_at, failed_state)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, status, exit_reason,
      entry_node_id, last_node_id, trigger, to_timestamp(enrolled_at / 1000), to_timestamp(ended_at / 1000), failed_state
    from (${tableOf(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.id)],
      workspace_id: ["uuid", workspacesOf(rows)],
      journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
      version_id: ["uuid", rows.map(({ row }) => row.versionId)],
      person_id: ["uuid", peopleOf(rows)],
      instance_key: ["text", rows.map(({ row }) => row.instanceKey)],
      epoch: ["int", rows.map(({ row }) => row.epoch)],
      status: ["text", rows.map(({ row }) => row.end?.status ?? "active")],
      exit_reason: ["text", rows.map(({ row }) => row.end?.exitReason ?? null)],
      entry_node_id: ["uuid", rows.map(({ row }) => row.entryNodeId)],
      last_node_id: ["uuid", rows.map(({ row }) => row.end?.lastNodeId ?? null)],
      trigger: ["json", json(rows.map(({ row }) => row.trigger))],
      enrolled_at: ["float8", rows.map(({ row }) => row.enrolledAt)],
      ended_at: ["float8", rows.map(({ row }) => row.end?.endedAt ?? null)],
      failed_state: ["json", json(rows.map(({ row }) => row.end?.failedState ?? null))],
    })}) as new`;
}
