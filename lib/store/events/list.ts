import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

/** An event with its person; times are text. */
export type ShownEvent = {
  id: string;
  name: string;
  person_id: string;
  site_id: string | null;
  properties: Record<string, unknown>;
  context: Record<string, unknown> | null;
  timestamp: string;
  received_at: string;
  message_id: string | null;
  imported: boolean;
  person_found: string | null;
  external_id: string | null;
  anonymous_id: string | null;
  traits: Record<string, unknown> | null;
};

export type EventFilter = {
  readonly workspaceId: string;
  readonly personId?: string | undefined;
  readonly name?: string | undefined;
};

/** A page of the log, newest first, and the total, counted up to `countAtMost`. */
export async function listShownEvents(
  sql: Connection,
  { workspaceId, personId, name }: EventFilter,
  { limit, offset, countAtMost }: { readonly limit: number; readonly offset: number; readonly countAtMost: number },
): Promise<{ readonly rows: ShownEvent[]; readonly total: number }> {
  const shards = personId ? [shardOf(personId)] : ALL_SHARDS;
  const where = sql`
    and workspace_id = ${workspaceId}
    ${personId ? sql`and person_id = ${personId}` : sql``}
    ${name === undefined ? sql`` : sql`and name = ${name}`}`;
  const [rows, [counted]] = await Promise.all([
    sql<ShownEvent[]>`
      select found.*, p.id as person_found, p.external_id, p.anonymous_id, p.traits
      from (
        select latest.* from unnest(${shards}::int[]) as s (number)
        cross join lateral (
          select * from events where shard = s.number ${where}
          order by received_at desc, id desc limit ${offset + limit}
        ) latest
        order by received_at desc, id desc limit ${limit} offset ${offset}
      ) found
      left join people p on p.shard = found.shard and p.id = found.person_id
      order by found.received_at desc, found.id desc`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from (
        select 1 from events where shard = any(${shards}::smallint[]) ${where} limit ${countAtMost}) counted`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}
