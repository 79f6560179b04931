import { packHops } from "#db";
import type { HistoryRow } from "#engine";
import { type Connection, json, type Owned, peopleOf, placedMicros, shardsOf, workspacesOf } from "./connection.ts";
import { tableOf } from "./table-of.ts";

/** One row a signal with its hops inside: 35-45 % more signals a second than a row a hop (R7). */
export async function insertHistory(sql: Connection, rows: readonly Owned<HistoryRow>[], now: number): Promise<void> {
  await sql`
    insert into history (shard, at, id, workspace_id, enrollment_id, journey_id, version_id, person_id, signal_id,
      signal_kind, hops, committed_at)
    select shard, to_timestamp(at / 1000000), id, workspace_id, enrollment_id, journey_id, version_id, person_id, signal_id,
      signal_kind, hops, to_timestamp(${now}::float8 / 1000)
    from (${tableOf(sql, {
      shard: ["int", shardsOf(rows)],
      at: ["float8", rows.map(({ row }) => placedMicros(row.at, row.seq))],
      id: ["uuid", rows.map(({ row }) => row.id)],
      workspace_id: ["uuid", workspacesOf(rows)],
      enrollment_id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
      journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
      version_id: ["uuid", rows.map(({ row }) => row.versionId)],
      person_id: ["uuid", peopleOf(rows)],
      signal_id: ["uuid", rows.map(({ row }) => row.signalId)],
      signal_kind: ["text", rows.map(({ row }) => row.signalKind)],
      hops: ["json", json(rows.map(({ row }) => packHops(row.hops)))],
    })}) as new`;
}
