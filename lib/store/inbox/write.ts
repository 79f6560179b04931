import { shardOf, type TransactionSql } from "#db";
import { type Connection, type Owner, plain } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import type { UnreadSignal } from "./read.ts";

export type NewSignal = Owner & {
  readonly id: string;
  /** In microseconds since 1970. */
  readonly receivedAt: number;
  readonly kind: "event" | "patch" | "merge";
  /** Name of an event; `null`: the signal is stored in any case. */
  readonly name: string | null;
  /** The signal without its id and time, as the text of a document. */
  readonly payload: string;
};

/**
 * The check against `event_interest` runs here in SQL and never from memory, because a journey published a moment ago
 * must not miss its trigger (R25).
 */
export async function insertInbox(sql: Connection, rows: readonly NewSignal[]): Promise<number> {
  const inserted = await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, to_timestamp(received_at / 1000000), id, workspace_id, person_id, kind, payload::json
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[],
      ${plain(rows.map((row) => row.id))}::uuid[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${plain(rows.map((row) => row.kind))}::text[],
      ${rows.map((row) => row.name)}::text[], string_to_array(${rows.map((row) => row.payload).join("\n")}::text, E'\\n', '')
    ) as new (shard, received_at, id, workspace_id, person_id, kind, name, payload)
    where name is null or exists (
      select from event_interest as interest
      where interest.workspace_id = new.workspace_id and interest.name = new.name)`;
  return inserted.count;
}

/**
 * Stores many signals at once, on a connection that has nothing else under way, whatever journeys wait for: the caller leaves
 * out events of no interest, which `readInterest` of the same transaction tells.
 */
export async function copyInbox(sql: TransactionSql, rows: readonly NewSignal[]): Promise<void> {
  await insertRows(sql, "inbox", {
    shard: ["smallint", rows.map((row) => row.shard)],
    received_at: ["micros", rows.map((row) => row.receivedAt)],
    id: ["uuid", rows.map((row) => row.id)],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    person_id: ["uuid", rows.map((row) => row.personId)],
    kind: ["text", rows.map((row) => row.kind)],
    payload: ["json", rows.map((row) => row.payload)],
  });
}

/** The full key, with its microseconds, finds each row by one lookup in the primary key. */
export async function deleteInbox(
  sql: Connection,
  rows: readonly { readonly shard: number; readonly receivedAt: number; readonly id: string }[],
): Promise<void> {
  await sql`
    delete from inbox
    using unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[], ${plain(rows.map((row) => row.id))}::uuid[]
    ) as read (shard, received_at, id)
    where inbox.shard = read.shard ${ofOneShard(
      sql,
      "inbox",
      rows.map(({ shard }) => shard),
    )}
      and inbox.received_at = to_timestamp(read.received_at / 1000000) and inbox.id = read.id`;
}

/** Counts one more attempt for signals that are about to be processed. Committed before the processing starts (R17). */
export async function noteAttempts(
  sql: Connection,
  rows: readonly { readonly shard: number; readonly receivedAt: number; readonly id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update inbox set attempts = least(attempts + 1, 1000)
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[],
      ${plain(rows.map((row) => row.id))}::uuid[]
    ) as read (shard, received_at, id)
    where inbox.shard = read.shard ${ofOneShard(
      sql,
      "inbox",
      rows.map(({ shard }) => shard),
    )}
      and inbox.received_at = to_timestamp(read.received_at / 1000000) and inbox.id = read.id`;
}

/** Moves signals that arrived for a merged person to the survivor, with their original time and id (R39). */
export async function forwardInbox(sql: Connection, rows: readonly UnreadSignal[], to: string): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shardOf(to)}, to_timestamp(received_at / 1000000), id, workspace_id, ${to}, kind, payload::json
    from unnest(
      ${rows.map((row) => row.receivedAt)}::float8[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => JSON.stringify(row.payload))}::text[]
    ) as moved (received_at, id, workspace_id, kind, payload)
    on conflict do nothing`;
}
