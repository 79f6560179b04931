import { ALL_SHARDS, shardOf } from "#db";
import type { Program } from "#engine";
import type { Context } from "#services";

/**
 * Every nth person that the program is for, so that each kind of people is there as often as it is: members of its
 * audience, else everybody, anonymous visitors only where they are allowed.
 */
export async function samplePeople(ctx: Context, program: Program, most: number): Promise<string[]> {
  const { sql } = ctx.database;
  const shards = [...ALL_SHARDS];
  const rows = await sql<{ id: string }[]>`
    with numbered as (
      select p.id, row_number() over () as place, count(*) over () as total
      from people p
      where p.shard = any(${shards}::smallint[]) and p.workspace_id = ${ctx.workspaceId} and p.merged_into is null
        ${program.allowAnonymous ? sql`` : sql`and p.external_id is not null`}
        ${
          program.audienceId === null
            ? sql``
            : sql`and exists (
                select from segment_members m
                where m.shard = p.shard and m.segment_id = ${program.audienceId} and m.person_id = p.id)`
        }
    )
    select id from numbered
    where place * least(${most}::bigint, total) / total > (place - 1) * least(${most}::bigint, total) / total
    order by id`;
  return rows.map((row) => row.id);
}

/** Of the given people those who did one of these things since a moment, in the order given, up to `most`. */
export async function whoDid(
  ctx: Context,
  ids: readonly string[],
  names: readonly string[],
  since: number,
  most: number,
): Promise<string[]> {
  const rows = await ctx.database.sql<{ id: string }[]>`
    select wanted.id from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) with ordinality as wanted (shard, id, place)
    where exists (
      select from events e
      where e.shard = wanted.shard and e.person_id = wanted.id
        and e.received_at >= ${new Date(since).toISOString()}::timestamptz and e.name = any(${[...names]}::text[]))
    order by wanted.place limit ${most}`;
  return rows.map((row) => row.id);
}
