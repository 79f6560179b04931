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

/** The database's time of the batch in microseconds since 1970. Client clocks never define an order (R3). */
export async function readIngestMoment(sql: Connection): Promise<number> {
  const [row] = await sql<{ micros: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000000)::float8 as micros`;
  return row?.micros ?? Number.NaN;
}

export type NewEvent = Owner & {
  readonly id: string;
  /** Text with microseconds, which define the order inside a batch. */
  readonly receivedAt: string;
  readonly siteId: string | null;
  readonly name: string;
  readonly properties: Record<string, unknown>;
  readonly context: Record<string, unknown> | null;
  readonly timestamp: string;
  readonly messageId: string | null;
  readonly imported: boolean;
};

export async function insertEvents(sql: Connection, rows: readonly NewEvent[]): Promise<void> {
  await sql`
    insert into events (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp,
      message_id, imported)
    select shard, received_at::timestamptz, id, workspace_id, person_id, site_id, name, properties::json, context::json,
      timestamp::timestamptz, message_id, imported
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::text[],
      ${plain(rows.map((row) => row.id))}::uuid[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${plain(rows.map((row) => row.siteId))}::uuid[],
      ${rows.map((row) => row.name)}::text[], string_to_array(${documents(rows.map((row) => row.properties))}::text, E'\\n', ''),
      string_to_array(${documents(rows.map((row) => row.context))}::text, E'\\n', ''),
      ${plain(rows.map((row) => row.timestamp))}::text[], ${rows.map((row) => row.messageId)}::text[],
      ${plain(rows.map((row) => String(row.imported)))}::boolean[]
    ) as new (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp, message_id,
      imported)`;
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
