import { ALL_SHARDS, shardOf } from "#db";
import { type Context, iso, type Listing, listing, offsetOf } from "#services";
import { shortTraits } from "#services/people";
import type { Event, EventQuery } from "./schema.ts";

type Row = {
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

// Counting a log of millions exactly would cost more than anyone gains from it.
const COUNT_AT_MOST = 100_000;

/** What people did, newest first. The total is exact up to 100,000. */
export async function listEvents(ctx: Context, query: EventQuery): Promise<Listing<Event>> {
  const { sql } = ctx.database;
  const shards = query.personId ? [shardOf(query.personId)] : ALL_SHARDS;
  const reach = offsetOf(query) + query.limit;
  const where = sql`
    and workspace_id = ${ctx.workspaceId}
    ${query.personId ? sql`and person_id = ${query.personId}` : sql``}
    ${query.name === undefined ? sql`` : sql`and name = ${query.name}`}`;
  const [rows, [counted]] = await Promise.all([
    sql<Row[]>`
      select found.*, p.id as person_found, p.external_id, p.anonymous_id, p.traits
      from (
        select latest.* from unnest(${shards}::int[]) as s (number)
        cross join lateral (
          select * from events where shard = s.number ${where}
          order by received_at desc, id desc limit ${reach}
        ) latest
        order by received_at desc, id desc limit ${query.limit} offset ${offsetOf(query)}
      ) found
      left join people p on p.shard = found.shard and p.id = found.person_id
      order by found.received_at desc, found.id desc`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from (
        select 1 from events where shard = any(${shards}::smallint[]) ${where} limit ${COUNT_AT_MOST}) counted`,
  ]);
  return listing(rows.map(viewEvent), counted?.total ?? 0, query);
}

function viewEvent(row: Row): Event {
  const { external_id: externalId, anonymous_id: anonymousId } = row;
  return {
    id: row.id,
    name: row.name,
    personId: row.person_id,
    endUser: row.person_found
      ? { id: row.person_found, externalId, anonymousId, traits: shortTraits(row.traits ?? {}) }
      : null,
    siteId: row.site_id,
    properties: row.properties,
    context: row.context,
    timestamp: iso(row.timestamp),
    receivedAt: iso(row.received_at),
    messageId: row.message_id,
    imported: row.imported,
  };
}
