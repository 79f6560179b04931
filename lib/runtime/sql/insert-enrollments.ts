import type { TransactionSql } from "#db";
import type { EnrollmentEnd, EnrollmentStart } from "#engine";
import { json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { insertRows } from "./insert-rows.ts";

/** An enrollment with its outcome, when it ended in the batch that began it. */
export type NewEnrollment = EnrollmentStart & { readonly end: EnrollmentEnd | null };

export async function insertEnrollments(sql: TransactionSql, rows: readonly Owned<NewEnrollment>[]): Promise<void> {
  await insertRows(sql, "enrollments", {
    shard: ["smallint", shardsOf(rows)],
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
    enrolled_at: ["moment", rows.map(({ row }) => row.enrolledAt)],
    ended_at: ["moment", rows.map(({ row }) => row.end?.endedAt ?? null)],
    failed_state: ["json", json(rows.map(({ row }) => row.end?.failedState ?? null))],
  });
}
