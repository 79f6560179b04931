import { shardOf } from "#db";
import type { PersonPatch } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** A row as raw SQL returns it; times are text. */
export type ShownPerson = {
  readonly id: string;
  readonly external_id: string | null;
  readonly anonymous_id: string | null;
  readonly traits: Record<string, unknown>;
  readonly tags: string[];
  readonly stage: string | null;
  readonly merged_into: string | null;
  readonly last_seen_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
};

/** The columns of a `ShownPerson`, of the table `people`. */
export const shownPersonColumns = (sql: Connection) =>
  sql`id, external_id, anonymous_id, traits, tags, stage, merged_into, last_seen_at, created_at, updated_at`;

/** One person of the workspace; undefined: nobody has the id. */
export async function readShownPerson(
  sql: Connection,
  workspaceId: string,
  id: string,
): Promise<ShownPerson | undefined> {
  const [row] = await sql<ShownPerson[]>`
    select ${shownPersonColumns(sql)} from people
    where shard = ${shardOf(id)} and id = ${id} and workspace_id = ${workspaceId}`;
  return row;
}

type SegmentName = { readonly id: string; readonly key: string; readonly name: string };
/** A person with their unread changes, in order, and their segments. */
export type WholePerson = ShownPerson & {
  readonly patches: readonly (PersonPatch | null)[];
  readonly segments: readonly SegmentName[];
};

/**
 * One statement, because a batch removes a change from the inbox and writes it to the person in one commit. Two
 * statements could miss the change in both places.
 */
export async function readWholePeople(
  sql: Connection,
  workspaceId: string,
  ids: readonly string[],
): Promise<WholePerson[]> {
  if (ids.length === 0) return [];
  return await sql<WholePerson[]>`
    select ${shownPersonColumns(sql)}, (
        select coalesce(json_agg(i.payload -> 'patch' order by i.received_at, i.id), '[]') from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch') as patches, (
        select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'name', s.name) order by s.name), '[]')
        from segment_members m join segments s on s.id = m.segment_id
        where m.shard = p.shard and m.person_id = p.id and s.workspace_id = ${workspaceId}) as segments
    from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) as wanted (number, person)
    join people p on p.shard = wanted.number and p.id = wanted.person
    where p.workspace_id = ${workspaceId}`;
}

/** The traits of the people of the workspace whom the ids name: their own, or those of their enrollments. */
export async function readTraitsOf(
  sql: Connection,
  workspaceId: string,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ traits: Record<string, unknown> }[]>`
    with wanted (number, id) as (select * from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]))
    select p.traits from (
      select number, id from wanted
      union
      select e.shard, e.person_id from wanted join enrollments e on e.shard = wanted.number and e.id = wanted.id
    ) as named
    join people p on p.shard = named.number and p.id = named.id and p.workspace_id = ${workspaceId}`;
  return rows.map(({ traits }) => traits);
}
