import { newId, type TransactionSql } from "#db";
import type { PersonChange } from "#engine";
import { type Owned, placedMicros } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

/** Stores every change with the old values, so that a backtest can undo the changes backwards (R41). */
export async function insertPersonChanges(sql: TransactionSql, rows: readonly Owned<PersonChange>[]): Promise<void> {
  await insertRows(sql, "person_changes", {
    shard: ["smallint", rows.map(({ owner }) => owner.shard)],
    id: ["uuid", rows.map(({ owner, row }) => newId(owner.shard, row.at))],
    person_id: ["uuid", rows.map(({ owner }) => owner.personId)],
    // A microsecond apart, as several of one person may have one time.
    at: ["micros", rows.map(({ row }, place) => placedMicros(row.at, place))],
    source: ["text", rows.map(({ row }) => row.source)],
    patch: ["json", rows.map(({ row }) => JSON.stringify(row.patch))],
    before: ["json", rows.map(({ row }) => JSON.stringify(row.before))],
  });
}
