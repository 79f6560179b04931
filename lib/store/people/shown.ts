import { ALL_SHARDS, type Fragment, shardOf } from "#db";
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
const shownPersonColumns = (sql: Connection) =>
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

export type PeopleFilter = {
  readonly workspaceId: string;
  readonly tag?: string | undefined;
  /** For `ilike`, over ids, address and names. */
  readonly pattern: string | null;
  /** Only these people; `null`: all. */
  readonly ids: readonly string[] | null;
  /** Only members of this segment. */
  readonly segmentId: string | null;
};

// Not async, because awaiting a fragment of SQL would execute it.
function peopleFilter(sql: Connection, { workspaceId, tag, pattern, ids, segmentId }: PeopleFilter): Fragment {
  return sql`
    and workspace_id = ${workspaceId} and merged_into is null
    ${ids ? sql`and id = any(${[...ids]}::uuid[])` : sql``}
    ${tag === undefined ? sql`` : sql`and ${tag} = any(tags)`}
    ${
      segmentId === null
        ? sql``
        : sql`and exists (
            select 1 from segment_members m
            where m.shard = people.shard and m.segment_id = ${segmentId}::uuid and m.person_id = people.id)`
    }
    ${
      pattern === null
        ? sql``
        : sql`and (external_id ilike ${pattern} or anonymous_id ilike ${pattern} or traits ->> 'email' ilike ${pattern}
            or traits ->> 'name' ilike ${pattern} or traits ->> 'firstName' ilike ${pattern}
            or traits ->> 'lastName' ilike ${pattern})`
    }`;
}

/** A page of people, newest first, and their total. */
export async function listShownPeople(
  sql: Connection,
  filter: PeopleFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: ShownPerson[]; readonly total: number }> {
  const where = peopleFilter(sql, filter);
  const shards = filter.ids ? [...new Set(filter.ids.map(shardOf))] : ALL_SHARDS;
  const [rows, [counted]] = await Promise.all([
    sql<ShownPerson[]>`
      select ${shownPersonColumns(sql)}
      from unnest(${shards}::int[]) as s (number)
      cross join lateral (
        select * from people where shard = s.number ${where}
        order by created_at desc, id desc limit ${offset + limit}
      ) found
      order by created_at desc, id desc limit ${limit} offset ${offset}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from people where shard = any(${shards}::smallint[]) ${where}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
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
