import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type SampledPerson = {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly hasDevice: boolean;
};

export type AudienceSample = {
  readonly people: readonly SampledPerson[];
  /** The people of all shards are this many times those of the sample; 1: it is everybody. */
  readonly factor: number;
};

type Audience = {
  readonly workspaceId: string;
  /** Null: everybody who is known by an id. */
  readonly segmentId: string | null;
};

/**
 * Everybody in an audience if they are few, else those of as many shards as hold about `most` people. Shards are made by
 * random bits of the ids, so each holds a fair sample, and the reading costs the same with any number of people (R51).
 */
export async function sampleAudience(sql: Connection, audience: Audience, most: number): Promise<AudienceSample> {
  const perShard = Math.ceil(most / ALL_SHARDS.length);
  const few = await readAudience(sql, audience, ALL_SHARDS, perShard + 1);
  const counts = Map.groupBy(few, ({ shard }) => shard);
  if ([...counts.values()].every((people) => people.length <= perShard)) return { people: few, factor: 1 };
  const people: SampledPerson[] = [];
  let read = 0;
  for (const shard of ALL_SHARDS) {
    people.push(...(await readAudience(sql, audience, [shard], 2 * most)));
    read++;
    if (people.length >= most) break;
  }
  return { people, factor: ALL_SHARDS.length / read };
}

/** The same for people who are listed; of a long list the first `most`, as ids are random. */
export async function sampleListed(
  sql: Connection,
  workspaceId: string,
  personIds: readonly string[],
  most: number,
): Promise<AudienceSample> {
  const some = personIds.slice(0, most);
  const people = await sql<SampledPerson[]>`
    select p.id, p.traits ->> 'email' as email, p.traits ->> 'phone' as phone,
      exists (select from devices d where d.shard = p.shard and d.person_id = p.id) as "hasDevice"
    from unnest(${some.map(shardOf)}::smallint[], ${some}::text[]::uuid[]) as listed (shard, id)
    join people p on p.shard = listed.shard and p.id = listed.id
    where p.workspace_id = ${workspaceId}`;
  return { people, factor: some.length === 0 ? 1 : personIds.length / some.length };
}

async function readAudience(
  sql: Connection,
  { workspaceId, segmentId }: Audience,
  shards: readonly number[],
  limit: number,
): Promise<(SampledPerson & { readonly shard: number })[]> {
  return await sql<(SampledPerson & { shard: number })[]>`
    select found.* from unnest(${[...shards]}::int[]) as s (shard)
    cross join lateral (
      select p.shard, p.id, p.traits ->> 'email' as email, p.traits ->> 'phone' as phone,
        exists (select from devices d where d.shard = p.shard and d.person_id = p.id) as "hasDevice"
      from people p
      where p.shard = s.shard and p.workspace_id = ${workspaceId} and p.merged_into is null
        ${
          segmentId === null
            ? sql`and p.external_id is not null`
            : sql`and p.id in (
                select m.person_id from segment_members m where m.shard = s.shard and m.segment_id = ${segmentId})`
        }
      limit ${limit}
    ) found`;
}
