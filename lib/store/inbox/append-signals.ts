import { newId, type Sql, shardOf, type TransactionSql } from "#db";
import { documents, plain } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

/** A signal for a person's inbox; `payload` is the signal without its id and time. */
export type InboxRow = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly id?: string;
  /** Only with a virtual clock; otherwise the database sets the time (R3). */
  readonly receivedAt?: Date;
};

/**
 * Writes signals to the inboxes of their shards in the caller's transaction, in the given order (a microsecond apart)
 * (R1).
 */
export async function appendSignals(sql: Sql | TransactionSql, rows: readonly InboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, coalesce(received_at, now_once.at) + place * interval '1 microsecond', id, workspace_id, person_id, kind, payload::json
    from (select clock_timestamp() as at) now_once, unnest(
      ${plain(rows.map((row) => shardOf(row.personId)))}::int[],
      ${plain(rows.map((row) => row.receivedAt?.toISOString() ?? null))}::timestamptz[],
      ${plain(rows.map((row) => row.id ?? newId(shardOf(row.personId))))}::uuid[],
      ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[],
      ${plain(rows.map((row) => row.kind))}::text[],
      string_to_array(${documents(rows.map((row) => row.payload))}::text, E'\\n')
    ) with ordinality as signal (shard, received_at, id, workspace_id, person_id, kind, payload, place)`;
}

/** The same for many signals at once, on a connection that has nothing else under way; `at` in ms. */
export async function copySignals(sql: TransactionSql, rows: readonly InboxRow[], at: number): Promise<void> {
  const shards = rows.map((row) => shardOf(row.personId));
  await insertRows(sql, "inbox", {
    shard: ["smallint", shards],
    received_at: ["micros", rows.map((_, place) => at * 1_000 + place)],
    id: ["uuid", rows.map((row, place) => row.id ?? newId(shards[place]))],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    person_id: ["uuid", rows.map((row) => row.personId)],
    kind: ["text", rows.map((row) => row.kind)],
    payload: ["json", rows.map((row) => JSON.stringify(row.payload))],
  });
}
