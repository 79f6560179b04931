import type { Fragment } from "#db";
import type { SliceQuery } from "../operations/slice.ts";
import { inOrder } from "../sql/plan-settings.ts";
import { type PersonRow, personColumns } from "./read.ts";

/** The source of a slice's people, in the order of their ids: the end of a statement on the table `people`. */
export type Source = {
  readonly from: Fragment;
  /** The time they joined, in ms, or null. */
  readonly since: Fragment;
};

/** A segment's members in one shard, all or those named, with the time they joined. */
export function membersOf(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  segmentId: string,
  among?: readonly string[],
): Source {
  const named = among ? sql`and member.person_id = any(${[...among]}::uuid[])` : sql``;
  return {
    since: sql`floor(date_part('epoch', member.entered_at) * 1000 + 0.0005)`,
    from: sql`
      from segment_members member
      join people on people.shard = member.shard and people.id = member.person_id and people.id > ${cursor}
        and people.merged_into is null
      where member.shard = ${shard} and member.segment_id = ${segmentId} and member.person_id > ${cursor}
        and people.workspace_id = ${operation.workspaceId}
        ${named}
      order by member.person_id
      limit ${limit}`,
  };
}

/** The workspace's people in one shard. */
export function everyoneOf({ sql, operation, shard, cursor, limit }: SliceQuery): Source {
  return {
    since: sql`null::float8`,
    from: sql`
      from people
      where shard = ${shard} and id > ${cursor} and workspace_id = ${operation.workspaceId} and merged_into is null
      order by id
      limit ${limit}`,
  };
}

/**
 * The identified people in any of the included segments, or all if there are none, and in none of the excluded ones.
 */
export function targetedOf(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  wanted: {
    readonly include: readonly string[];
    readonly exclude: readonly string[];
  },
): Source {
  const isIn = (segments: readonly string[]) => sql`exists (
    select from segment_members member
    where member.shard = people.shard and member.person_id = people.id and member.segment_id = any(${[...segments]}::uuid[]))`;
  return {
    since: sql`null::float8`,
    from: sql`
      from people
      where shard = ${shard} and id > ${cursor} and workspace_id = ${operation.workspaceId} and merged_into is null
        and external_id is not null
        ${wanted.include.length === 0 ? sql`` : sql`and ${isIn(wanted.include)}`}
        ${wanted.exclude.length === 0 ? sql`` : sql`and not ${isIn(wanted.exclude)}`}
      order by id
      limit ${limit}`,
  };
}

/** Those of the listed people who are in this shard; people of other workspaces are left out. */
export function listedOf({ sql, operation, shard, cursor, limit }: SliceQuery, people: readonly string[]): Source {
  return {
    since: sql`null::float8`,
    from: sql`
      from people
      where shard = ${shard} and id > ${cursor} and id = any(${[...people]}::uuid[]) and workspace_id = ${operation.workspaceId}
      order by id
      limit ${limit}`,
  };
}

/** A person to enroll, and when they joined the segment that the operation enrolls, in ms. */
export type AudienceMember = PersonRow & { readonly since: number | null };

/** The people of a slice, in the order of their ids. */
export async function readAudienceMembers({ sql }: SliceQuery, { from, since }: Source): Promise<AudienceMember[]> {
  return await inOrder(
    sql,
    async () => await sql<AudienceMember[]>`select ${personColumns(sql)}, ${since} as since ${from}`,
  );
}
