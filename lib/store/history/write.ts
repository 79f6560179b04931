import type { TransactionSql } from "#db";
import type { HistoryRow } from "#engine";
import { json, type Owned, peopleOf, placedMicros, shardsOf, workspacesOf } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { packHops } from "./hops.ts";

/** One row per signal with its transitions inside: 35-45 % more signals per second than one row per transition (R7). */
export async function insertHistory(
  sql: TransactionSql,
  rows: readonly Owned<HistoryRow>[],
  now: number,
): Promise<void> {
  await insertRows(sql, "history", {
    shard: ["smallint", shardsOf(rows)],
    at: ["micros", rows.map(({ row }) => placedMicros(row.at, row.seq))],
    id: ["uuid", rows.map(({ row }) => row.id)],
    workspace_id: ["uuid", workspacesOf(rows)],
    enrollment_id: ["uuid", rows.map(({ row }) => row.enrollmentId)],
    journey_id: ["uuid", rows.map(({ row }) => row.journeyId)],
    version_id: ["uuid", rows.map(({ row }) => row.versionId)],
    person_id: ["uuid", peopleOf(rows)],
    signal_id: ["uuid", rows.map(({ row }) => row.signalId)],
    signal_kind: ["text", rows.map(({ row }) => row.signalKind)],
    hops: ["json", json(rows.map(({ row }) => packHops(row.hops)))],
    committed_at: ["moment", rows.map(() => now)],
  });
}
