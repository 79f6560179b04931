import { newId, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { consentChanges } from "./table.ts";

export type ConsentChange = Pick<
  typeof consentChanges.$inferSelect,
  "workspaceId" | "personId" | "what" | "topic" | "channel" | "former" | "current" | "source" | "reason" | "at"
>;

export async function insertConsentChanges(sql: Connection, rows: readonly ConsentChange[]): Promise<void> {
  if (rows.length === 0) return;
  const shards = rows.map(({ personId }) => shardOf(personId));
  await sql`
    insert into consent_changes
      (shard, id, workspace_id, person_id, at, what, topic, channel, former, current, source, reason)
    select shard, id::uuid, workspace_id::uuid, person_id::uuid, at::timestamptz, what, topic, channel, former, current,
      source, reason
    from unnest(
      ${shards}::smallint[], ${shards.map((shard) => newId(shard))}::text[],
      ${rows.map(({ workspaceId }) => workspaceId)}::text[], ${rows.map(({ personId }) => personId)}::text[],
      ${rows.map(({ at }) => at.toISOString())}::text[], ${rows.map(({ what }) => what)}::text[],
      ${rows.map(({ topic }) => topic)}::text[], ${rows.map(({ channel }) => channel)}::text[],
      ${rows.map(({ former }) => former)}::text[], ${rows.map(({ current }) => current)}::text[],
      ${rows.map(({ source }) => source)}::text[], ${rows.map(({ reason }) => reason)}::text[]
    ) as new (shard, id, workspace_id, person_id, at, what, topic, channel, former, current, source, reason)`;
}
