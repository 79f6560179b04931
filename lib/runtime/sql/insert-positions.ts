import type { Trip } from "#engine";
import { type Connection, json, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";
import { tableOf } from "./table-of.ts";

/** Its unique index is the rule that a person runs a journey once per instance key; `wake_at` is clamped (R8). */
export async function insertPositions(sql: Connection, rows: readonly Owned<Trip>[], now: number): Promise<void> {
  await sql`
    insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, instance_key, epoch,
      node_id, wake_at, seq, enrolled_at, state)
    select shard, id, workspace_id, journey_id, version_id, person_id, instance_key, epoch, node_id,
      to_timestamp(wake_at / 1000), seq, to_timestamp(enrolled_at / 1000), state
    from (${tableOf(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
      workspace_id: ["uuid", workspacesOf(rows)],
      journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
      version_id: ["uuid", rows.map(({ row }) => row.versionId)],
      person_id: ["uuid", peopleOf(rows)],
      instance_key: ["text", rows.map(({ row }) => row.instanceKey)],
      epoch: ["int", rows.map(({ row }) => row.epoch)],
      node_id: ["uuid", rows.map(({ row }) => row.nodeId)],
      wake_at: ["float8", rows.map(({ row }) => (row.wakeAt === null ? null : Math.max(row.wakeAt, now)))],
      seq: ["int", rows.map(({ row }) => row.seq)],
      enrolled_at: ["float8", rows.map(({ row }) => row.enrolledAt)],
      state: ["json", json(rows.map(({ row }) => row.state))],
    })}) as new`;
}
