import { type Fragment, shardOf } from "#db";
import type { SliceQuery } from "../operations/slice.ts";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type PersonRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Record<string, unknown>;
  readonly tags: string[];
  readonly stage: string | null;
  readonly mergedInto: string | null;
  /**
   * Only from enrollments that were deleted with their journey; the time of the others is read from the enrollments.
   */
  readonly lastEnteredAt: number | null;
  readonly createdAt: number;
  readonly bucketKey: string;
};

/** The columns of a `PersonRow`; the statement must use the name `people` for the table. */
export const personColumns = (sql: Connection): Fragment => sql`
  people.id, people.workspace_id as "workspaceId", external_id as "externalId", anonymous_id as "anonymousId",
  traits, tags, stage, merged_into as "mergedInto",
  floor(date_part('epoch', last_entered_at) * 1000 + 0.0005) as "lastEnteredAt",
  floor(date_part('epoch', created_at) * 1000 + 0.0005) as "createdAt",
  coalesce(bucket_key, people.id) as "bucketKey"`;

/** Joined to the batch's keys, so that each person costs one lookup in the primary key. */
export async function readPeople(sql: Connection, shards: number[], people: string[]): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people on people.shard = wanted.shard ${ofOneShard(sql, "people", shards)} and people.id = wanted.id`;
}

/**
 * When a person last entered a journey, in ms: the latest of their enrollments, including deleted ones (R29). `people`
 * is the alias of their table in the statement.
 */
export const lastEntered = (sql: Connection, people: "people" | "u"): Fragment => sql`
  floor(date_part('epoch', greatest(${sql(people)}.last_entered_at, (
    select max(e.enrolled_at) from enrollments e
    where e.shard = ${sql(people)}.shard and e.person_id = ${sql(people)}.id))) * 1000 + 0.0005)`;

/** Like `readPeople`, with the time of the last entry, for callers that do not also read the enrollments. */
export async function readPeopleWithEntries(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<(PersonRow & { readonly latestEntryAt: number | null })[]> {
  return await sql<(PersonRow & { latestEntryAt: number | null })[]>`
    select ${personColumns(sql)}, ${lastEntered(sql, "people")} as "latestEntryAt"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people on people.shard = wanted.shard ${ofOneShard(sql, "people", shards)} and people.id = wanted.id`;
}

/** The next people of a workspace in one shard, in the order of their ids. */
export async function readBuildSlice({ sql, operation, shard, cursor, limit }: SliceQuery): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from people
    where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
    order by id
    limit ${limit}`;
}

/** The next people of a workspace in one shard who have any of the traits, in the order of their ids. */
export async function readPeopleWithTraits(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  traits: readonly string[],
): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from people
    where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
      and traits ?| ${[...traits]}::text[]
    order by id
    limit ${limit}`;
}

type Traits = Record<string, unknown>;

/** People's traits, and the unread changes of them, in order. */
export async function readTraits(
  sql: Connection,
  people: readonly string[],
): Promise<{ personId: string; traits: Traits; patches: (Traits | null)[] }[]> {
  return await sql<{ personId: string; traits: Traits; patches: (Traits | null)[] }[]>`
    select p.id as "personId", p.traits, (
        select coalesce(json_agg(i.payload -> 'patch' -> 'traits' order by i.received_at, i.id), '[]') from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch') as patches
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people p on p.shard = wanted.shard ${ofOneShard(sql, "p", people.map(shardOf))} and p.id = wanted.id`;
}

export type TraitSize = { readonly personId: string; readonly bytes: number };

/** Upper bound of the size of people's traits in bytes of JSON, including unread changes. */
export async function readTraitSizes(sql: Connection, people: readonly string[]): Promise<TraitSize[]> {
  return await sql<TraitSize[]>`
    select p.id as "personId", (octet_length(p.traits::text) + coalesce((
        select sum(octet_length(i.payload -> 'patch' ->> 'traits')) from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch'), 0))::float8 as bytes
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people p on p.shard = wanted.shard ${ofOneShard(sql, "p", people.map(shardOf))} and p.id = wanted.id`;
}
