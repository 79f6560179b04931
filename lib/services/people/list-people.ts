import { ALL_SHARDS, identityShard, shardOf } from "#db";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";

import { type PersonRow, personColumns } from "./person-row.ts";
import type { PeopleQuery, Person } from "./schema.ts";
import { segmentFilter } from "./segment-filter.ts";
import { shortTraits } from "./short-traits.ts";
import { viewPeople } from "./view-person.ts";

/** People of the workspace, newest first; those merged into another one are not among them. */
export async function listPeople(ctx: Context, query: PeopleQuery): Promise<Listing<Person>> {
  const ids = await identified(ctx, query);
  const segment = query.segmentId === undefined ? null : await segmentFilter(ctx, query.segmentId);
  const where = conditions(ctx, query, ids, segment);
  const shards = ids ? [...new Set(ids.map(shardOf))] : ALL_SHARDS;
  const { sql } = ctx.database;
  const reach = offsetOf(query) + query.limit;
  const [rows, [counted]] = await Promise.all([
    sql<PersonRow[]>`
      select ${personColumns(sql)}
      from unnest(${shards}::int[]) as s (number)
      cross join lateral (
        select * from people where shard = s.number ${where}
        order by created_at desc, id desc limit ${reach}
      ) found
      order by created_at desc, id desc limit ${query.limit} offset ${offsetOf(query)}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from people where shard = any(${shards}::smallint[]) ${where}`,
  ]);
  const people = (await viewPeople(ctx, rows)).map((person) => ({ ...person, traits: shortTraits(person.traits) }));
  return listing(people, counted?.total ?? 0, query);
}

/** The people behind an identifier, or `null` when the query names none. */
async function identified(ctx: Context, query: PeopleQuery): Promise<string[] | null> {
  const kind = query.externalId === undefined ? "anonymous" : "external";
  const value = query.externalId ?? query.anonymousId;
  if (value === undefined) return null;
  const rows = await ctx.database.sql<{ person_id: string }[]>`
    select person_id from identities
    where shard = ${identityShard(ctx.workspaceId, kind, value)} and workspace_id = ${ctx.workspaceId}
      and kind = ${kind} and value = ${value}`;
  return rows.map((row) => row.person_id);
}

// Not async: awaiting a fragment of SQL would run it.
function conditions(ctx: Context, query: PeopleQuery, ids: string[] | null, segment: string | null) {
  const { sql } = ctx.database;
  const pattern = query.search === undefined ? null : likePattern(query.search);
  return sql`
    and workspace_id = ${ctx.workspaceId} and merged_into is null
    ${ids ? sql`and id = any(${ids}::uuid[])` : sql``}
    ${query.tag === undefined ? sql`` : sql`and ${query.tag} = any(tags)`}
    ${
      segment === null
        ? sql``
        : sql`and exists (
            select 1 from segment_members m
            where m.shard = people.shard and m.segment_id = ${segment}::uuid and m.person_id = people.id)`
    }
    ${
      pattern === null
        ? sql``
        : sql`and (external_id ilike ${pattern} or anonymous_id ilike ${pattern} or traits ->> 'email' ilike ${pattern}
            or traits ->> 'name' ilike ${pattern} or traits ->> 'firstName' ilike ${pattern}
            or traits ->> 'lastName' ilike ${pattern})`
    }`;
}
