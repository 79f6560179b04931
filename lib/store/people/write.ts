import { shardOf, type TransactionSql } from "#db";
import type { Person } from "#engine";
import { copySearchedPeople, dropFromSearch, indexPeople } from "../people-search/write.ts";
import { type Connection, type Owned, type Owner, plain, shardsOf, toSqlTimestamp } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type NewPerson = Owner & { readonly externalId: string | null; readonly anonymousId: string | null };

/** New people are inserted without traits; those follow as a patch through the inbox, like every later change (R1). */
export async function insertPeople(sql: Connection, rows: readonly NewPerson[], at: string | null): Promise<void> {
  await sql`
    with added as (
    insert into people (shard, id, workspace_id, external_id, anonymous_id, created_at, last_seen_at)
    select shard, id, workspace_id, external_id, anonymous_id, coalesce(${at}::timestamptz, now()),
      coalesce(${at}::timestamptz, now())
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.personId))}::uuid[],
      ${plain(rows.map((row) => row.workspaceId))}::uuid[], ${rows.map((row) => row.externalId)}::text[],
      ${rows.map((row) => row.anonymousId)}::text[]
    ) as new (shard, id, workspace_id, external_id, anonymous_id)
    returning shard, id, workspace_id, external_id, anonymous_id, created_at
    )
    insert into people_search (shard, person_id, workspace_id, words, created_at)
    select shard, id, workspace_id, left(' ' || lower(concat_ws(' ', external_id, anonymous_id)), 600), created_at
    from added`;
}

/** A new person, and what is known of them from the start. */
type KnownPerson = NewPerson & Partial<Pick<Person, "traits" | "tags" | "stage">>;

/** The same for many people at once, on a connection that has nothing else under way; `at` in ms. */
export async function copyPeople(sql: TransactionSql, rows: readonly KnownPerson[], at: number): Promise<void> {
  const moments = rows.map(() => at);
  await insertRows(sql, "people", {
    shard: ["smallint", rows.map((row) => row.shard)],
    id: ["uuid", rows.map((row) => row.personId)],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    external_id: ["text", rows.map((row) => row.externalId)],
    anonymous_id: ["text", rows.map((row) => row.anonymousId)],
    traits: ["jsonb", rows.map(({ traits = {} }) => JSON.stringify(traits))],
    tags: ["texts", rows.map(({ tags = [] }) => JSON.stringify(tags))],
    stage: ["text", rows.map(({ stage = null }) => stage)],
    created_at: ["moment", moments],
    last_seen_at: ["moment", moments],
  });
  await copySearchedPeople(sql, rows, at);
}

/** Inserts a person of whom no event exists; `last_seen_at` stays empty. */
export async function insertPerson(sql: Connection, person: Omit<NewPerson, "shard">): Promise<void> {
  const { workspaceId, personId, externalId, anonymousId } = person;
  const [added] = await sql<{ createdAt: number }[]>`
    insert into people (shard, id, workspace_id, external_id, anonymous_id)
    values (${shardOf(personId)}, ${personId}, ${workspaceId}, ${externalId}, ${anonymousId})
    returning floor(date_part('epoch', created_at) * 1000 + 0.0005) as "createdAt"`;
  if (!added) throw new Error("The inserted person was not returned.");
  await indexPeople(sql, [{ owner: { shard: shardOf(personId), ...person }, row: { ...person, ...added } }]);
}

/** The holder of the shard's lock is the only writer of people, so the whole row may be written (R1). */
export async function updatePeople(sql: Connection, rows: readonly Owned<Person>[], now: number): Promise<void> {
  await sql`
    update people
    set external_id = changed.external_id, anonymous_id = changed.anonymous_id, traits = changed.traits::jsonb,
      tags = array(select jsonb_array_elements_text(changed.tags::jsonb)), stage = changed.stage,
      last_seen_at = ${toSqlTimestamp(now)}::timestamptz,
      updated_at = ${toSqlTimestamp(now)}::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${rows.map(({ row }) => row.externalId)}::text[],
      ${rows.map(({ row }) => row.anonymousId)}::text[], ${rows.map(({ row }) => JSON.stringify(row.traits))}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.tags))}::text[], ${rows.map(({ row }) => row.stage)}::text[]
    ) as changed (shard, id, external_id, anonymous_id, traits, tags, stage)
    where people.shard = changed.shard ${ofOneShard(sql, "people", shardsOf(rows))} and people.id = changed.id`;
}

/** Sticky splits keep sending a merged person along the path of the older one (R39). */
export async function keepBucket(sql: Connection, owner: Owner, bucketKey: string): Promise<void> {
  await sql`update people set bucket_key = ${bucketKey} where shard = ${owner.shard} and id = ${owner.personId}`;
}

/**
 * Stores the later of the two last entries on the survivor of a merge, for enrollments of deleted journeys (R29, R39).
 */
export async function keepLastEntry(sql: Connection, owner: Owner, enteredAt: number): Promise<void> {
  await sql`
    update people set last_entered_at = greatest(last_entered_at, ${toSqlTimestamp(enteredAt)}::timestamptz)
    where shard = ${owner.shard} and id = ${owner.personId}`;
}

/**
 * The merged person stays as a tombstone that points to the survivor; the merged person's ids lead to the survivor from
 * now on (R39).
 */
export async function leaveTombstone(sql: Connection, owner: Owner, into: string): Promise<void> {
  await sql`
    update people set merged_into = ${into}, updated_at = now() where shard = ${owner.shard} and id = ${owner.personId}`;
  // The survivor's dates are planned by the patch that carries the traits over.
  await sql`delete from date_starts where shard = ${owner.shard} and person_id = ${owner.personId}`;
  await dropFromSearch(sql, owner.shard, [owner.personId]);
  await sql`update identities set person_id = ${into} where person_id = ${owner.personId}`;
}
