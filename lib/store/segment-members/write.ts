import { countingMemberships } from "../segment-counts/write.ts";
import { type Connection, type Owned, peopleOf, shardsOf, toSqlTimestamp, workspacesOf } from "../sql/connection.ts";

const ofSegments = (sql: Connection, changed: string) => sql`
  select changed.shard, s.workspace_id, changed.segment_id from ${sql(changed)} changed join segments s on s.id = changed.segment_id`;

/** The last check that nobody joins a segment of another workspace, or one that was deleted a moment ago (R46). */
export async function insertMemberships(sql: Connection, rows: readonly Owned<string>[], now: number): Promise<void> {
  await sql`
    with added as (
    insert into segment_members (shard, segment_id, person_id, entered_at)
    select shard, segment_id, person_id, ${toSqlTimestamp(now)}::timestamptz
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[], ${peopleOf(rows)}::uuid[],
      ${workspacesOf(rows)}::uuid[]) as joined (shard, segment_id, person_id, workspace_id)
    where exists (
      select from segments where segments.id = joined.segment_id and segments.workspace_id = joined.workspace_id)
    on conflict do nothing
    returning shard, segment_id
    )
    ${countingMemberships(sql, ofSegments(sql, "added"), null)}`;
}

export async function deleteMemberships(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    with gone as (
      delete from segment_members
      using unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[], ${peopleOf(rows)}::uuid[],
        ${workspacesOf(rows)}::uuid[]) as gone (shard, segment_id, person_id, workspace_id)
      where segment_members.shard = gone.shard and segment_members.segment_id = gone.segment_id
        and segment_members.person_id = gone.person_id
      returning segment_members.shard, gone.workspace_id, segment_members.segment_id
    )
    ${countingMemberships(sql, null, sql`select shard, workspace_id, segment_id from gone`)}`;
}

type Place = { readonly shard: number; readonly personId: string };

/**
 * Moves the merged person's memberships to the survivor, with the original join times, except for the segments in
 * `but`. The survivor's own memberships stay unchanged.
 */
export async function joinMemberships(sql: Connection, from: Place, to: Place, but: readonly string[]): Promise<void> {
  await sql`
    with gone as (
      delete from segment_members where shard = ${from.shard} and person_id = ${from.personId}
      returning shard, segment_id, entered_at
    ), kept as (
      insert into segment_members (shard, segment_id, person_id, entered_at)
      select ${to.shard}, segment_id, ${to.personId}, entered_at from gone
      where not segment_id = any(${[...but]}::uuid[])
      on conflict do nothing
      returning shard, segment_id
    )
    ${countingMemberships(sql, ofSegments(sql, "kept"), ofSegments(sql, "gone"))}`;
}

/** Takes everybody named out of all segments, and off their counts; returns how many memberships there were. */
export async function dropMemberships(sql: Connection, shard: number, people: readonly string[]): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(*)::int as count from segment_members where shard = ${shard} and person_id = any(${[...people]}::uuid[])`;
  await sql`
    with gone as (
      delete from segment_members where shard = ${shard} and person_id = any(${[...people]}::uuid[])
      returning shard, segment_id
    )
    ${countingMemberships(sql, null, ofSegments(sql, "gone"))}`;
  return found?.count ?? 0;
}
