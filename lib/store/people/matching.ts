import type { SliceQuery } from "../operations/slice.ts";
import { isFound, readSearchWay } from "../people-search/find.ts";
import { inOrder } from "../sql/plan-settings.ts";

/** Whom an operation is about: listed people, or all who match a filter when their slice is read. */
export type Matching = {
  /** Null: not only listed ones. */
  readonly ids: readonly string[] | null;
  /** Part of an id, an address or a name. */
  readonly search: string | null;
  readonly tag: string | null;
  readonly segmentId: string | null;
};

/**
 * The people of one slice who match, in the order of their ids; merged people and other workspaces are left out. A slice
 * looks at `limit` people, however few of them match, so that a rare word does not hold a shard. `last`: up to whom it
 * looked; null: nobody is left.
 */
export async function readMatchingPeople(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  { ids, search, tag, segmentId }: Matching,
): Promise<{ readonly people: string[]; readonly last: string | null }> {
  const isSearched = search !== null || tag !== null;
  const found = isSearched ? isFound(sql, { text: search, tag }, await readSearchWay(sql)) : sql``;
  const rows = await inOrder(
    sql,
    async () =>
      await sql<{ id: string; isMatch: boolean }[]>`
      select p.id, true
        ${
          segmentId === null
            ? sql``
            : sql`and coalesce((select true from segment_members m
                where m.shard = p.shard and m.segment_id = ${segmentId} and m.person_id = p.id), false)`
        }
        ${
          isSearched
            ? sql`and coalesce((select true from people_search s
                where s.shard = p.shard and s.person_id = p.id ${found}), false)`
            : sql``
        } as "isMatch"
      from (
        select shard, id from people
        where shard = ${shard} and id > ${cursor} and workspace_id = ${operation.workspaceId} and merged_into is null
          ${ids === null ? sql`` : sql`and id = any(${[...ids]}::uuid[])`}
        order by id limit ${limit}) p
      order by p.id`,
  );
  const people = rows.filter(({ isMatch }) => isMatch).map(({ id }) => id);
  return { people, last: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}
