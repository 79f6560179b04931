import type { TransactionSql } from "#db";
import type { LoggedEvent } from "#engine";
import {
  type Connection,
  documents,
  type Owned,
  type Owner,
  orderedMoments,
  peopleOf,
  plain,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

/** The database's time of the batch in microseconds since 1970. Client clocks never define an order (R3). */
export async function readIngestMoment(sql: Connection): Promise<number> {
  const [row] = await sql<{ micros: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000000)::float8 as micros`;
  return row?.micros ?? Number.NaN;
}

export type NewEvent = Owner & {
  readonly id: string;
  /** In microseconds since 1970, which define the order inside a batch. */
  readonly receivedAt: number;
  readonly siteId: string | null;
  readonly name: string;
  readonly properties: Record<string, unknown>;
  /** The same as the text of a document, which the signal of the event holds too. */
  readonly document: string;
  readonly context: Record<string, unknown> | null;
  /** In ms since 1970. */
  readonly timestamp: number;
  readonly messageId: string | null;
  readonly imported: boolean;
};

export async function insertEvents(sql: Connection, rows: readonly NewEvent[]): Promise<void> {
  await sql`
    insert into events (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp,
      message_id, imported)
    select shard, to_timestamp(received_at / 1000000), id, workspace_id, person_id, site_id, name, properties::json, context::json,
      to_timestamp(timestamp / 1000), message_id, imported
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[],
      ${plain(rows.map((row) => row.id))}::uuid[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${plain(rows.map((row) => row.siteId))}::uuid[],
      ${rows.map((row) => row.name)}::text[], string_to_array(${rows.map((row) => row.document).join("\n")}::text, E'\\n', ''),
      string_to_array(${documents(rows.map((row) => row.context))}::text, E'\\n', ''),
      ${plain(rows.map((row) => row.timestamp))}::float8[], ${rows.map((row) => row.messageId)}::text[],
      ${plain(rows.map((row) => String(row.imported)))}::boolean[]
    ) as new (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp, message_id,
      imported)`;
}

/** The same for many events at once, on a connection that has nothing else under way. */
export async function copyEvents(sql: TransactionSql, rows: readonly NewEvent[]): Promise<void> {
  await insertRows(sql, "events", {
    shard: ["smallint", rows.map((row) => row.shard)],
    received_at: ["micros", rows.map((row) => row.receivedAt)],
    id: ["uuid", rows.map((row) => row.id)],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    person_id: ["uuid", rows.map((row) => row.personId)],
    site_id: ["uuid", rows.map((row) => row.siteId)],
    name: ["text", rows.map((row) => row.name)],
    properties: ["json", rows.map((row) => row.document)],
    context: ["json", rows.map(({ context }) => (context === null ? null : JSON.stringify(context)))],
    timestamp: ["moment", rows.map((row) => row.timestamp)],
    message_id: ["text", rows.map((row) => row.messageId)],
    imported: ["flag", rows.map((row) => Number(row.imported))],
  });
}

/** Events that nodes emitted. They were already processed in the same batch, so they are only logged (R22). */
export async function insertEmittedEvents(sql: Connection, rows: readonly Owned<LoggedEvent>[]): Promise<void> {
  await sql`
    insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)
    select shard, received_at::timestamptz, id, workspace_id, person_id, name, properties::json, timestamp::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${orderedMoments(rows.map(({ row }) => row.receivedAt))}::text[],
      ${rows.map(({ row }) => row.id)}::uuid[], ${workspacesOf(rows)}::uuid[], ${peopleOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.name)}::text[], ${rows.map(({ row }) => JSON.stringify(row.properties))}::text[],
      ${rows.map(({ row }) => toSqlTimestamp(row.timestamp))}::text[]
    ) as new (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)`;
}
