import type { TransactionSql } from "#db";
import type { Position } from "#engine";
import { json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { insertRows } from "./insert-rows.ts";

/** Its unique index is the rule that a person runs a journey once per instance key; `wake_at` is clamped (R8). */
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
