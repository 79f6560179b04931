import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

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
      where seen.shard = new.shard ${ofOneShard(
        sql,
        "seen",
        rows.map(({ shard }) => shard),
      )}
        and seen.workspace_id = new.workspace_id and seen.message_id = new.message_id
        and seen.day >= today.day - ${dedupeDays}::int and seen.day < today.day)
    on conflict do nothing
    returning workspace_id as "workspaceId", message_id as "messageId"`;
}

/**
 * The same on a cluster, where no statement both looks for rows in several shards and inserts those that it did not find. The
 * key decides between two batches at once, as ids of the same day differ.
 */
export async function insertMessageIdsOfCluster(
  sql: Connection,
  rows: readonly MessageKey[],
  now: string | null,
  dedupeDays: number,
): Promise<{ workspaceId: string; messageId: string }[]> {
  const keys = sql`
    unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${rows.map((row) => row.messageId)}::text[]
    ) as new (shard, workspace_id, message_id)`;
  const [today] = await sql<{ day: string }[]>`
    select (coalesce(${now}::timestamptz, now()) at time zone 'UTC')::date::text as day`;
  const day = today?.day ?? "";
  const seen = await sql<{ workspaceId: string; messageId: string }[]>`
    select seen.workspace_id as "workspaceId", seen.message_id as "messageId" from ${keys}
    join message_ids seen on seen.shard = new.shard ${ofOneShard(
      sql,
      "seen",
      rows.map(({ shard }) => shard),
    )}
      and seen.workspace_id = new.workspace_id and seen.message_id = new.message_id
      and seen.day >= ${day}::date - ${dedupeDays}::int and seen.day < ${day}::date`;
  const known = new Set(seen.map(({ workspaceId, messageId }) => `${workspaceId} ${messageId}`));
  const fresh = rows.filter(({ workspaceId, messageId }) => !known.has(`${workspaceId} ${messageId}`));
  if (fresh.length === 0) return [];
  return await sql<{ workspaceId: string; messageId: string }[]>`
    insert into message_ids (shard, day, workspace_id, message_id)
    select shard, ${day}::date, workspace_id, message_id
    from unnest(
      ${plain(fresh.map((row) => row.shard))}::int[], ${plain(fresh.map((row) => row.workspaceId))}::uuid[],
      ${fresh.map((row) => row.messageId)}::text[]
    ) as new (shard, workspace_id, message_id)
    on conflict do nothing
    returning workspace_id as "workspaceId", message_id as "messageId"`;
}
