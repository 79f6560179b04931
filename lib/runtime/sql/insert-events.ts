import type { Connection, Owner } from "./connection.ts";

export type LoggedEvent = Owner & {
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

export async function insertEvents(sql: Connection, rows: readonly LoggedEvent[]): Promise<void> {
  await sql`
    insert into events (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp,
      message_id, imported)
    select shard, received_at::timestamptz, id, workspace_id, person_id, site_id, name, properties::jsonb, context::jsonb,
      timestamp::timestamptz, message_id, imported = 'true'
    from unnest(
      ${rows.map((row) => row.shard)}::int[], ${rows.map((row) => row.receivedAt)}::text[],
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.siteId)}::uuid[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => JSON.stringify(row.properties))}::text[],
      ${rows.map((row) => (row.context === null ? null : JSON.stringify(row.context)))}::text[],
      ${rows.map((row) => row.timestamp)}::text[], ${rows.map((row) => row.messageId)}::text[],
      ${rows.map((row) => String(row.imported))}::text[]
    ) as new (shard, received_at, id, workspace_id, person_id, site_id, name, properties, context, timestamp, message_id,
      imported)`;
}
