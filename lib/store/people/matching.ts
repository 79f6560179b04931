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

/** The people of one slice who match, in the order of their ids; merged people and other workspaces are left out. */
export async function readMatchingPeople(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  { ids, search, tag, segmentId }: Matching,
): Promise<string[]> {
  const isSearched = search !== null || tag !== null;
  const found = isSearched ? isFound(sql, { text: search, tag }, await readSearchWay(sql)) : sql``;
  const rows = await inOrder(
    sql,
    async () =>
      await sql<{ id: string }[]>`
      select p.id from people p
      where p.shard = ${shard} and p.id > ${cursor} and p.workspace_id = ${operation.workspaceId} and p.merged_into is null
        ${ids === null ? sql`` : sql`and p.id = any(${[...ids]}::uuid[])`}
        ${
          segmentId === null
            ? sql``
            : sql`and exists (select from segment_members m
                where m.shard = p.shard and m.segment_id = ${segmentId} and m.person_id = p.id)`
        }
        ${
          isSearched
            ? sql`and exists (select from people_search s where s.shard = p.shard and s.person_id = p.id ${found})`
            : sql``
        }
      order by p.id limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}
