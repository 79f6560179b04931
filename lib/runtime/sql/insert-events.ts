import { type Connection, documents, type Owner, plain } from "./connection.ts";

export type NewEvent = Owner & {
  readonly id: string;
  /** Text with microseconds: order inside a batch. */
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
