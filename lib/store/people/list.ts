import { ALL_SHARDS, type Fragment, shardOf } from "#db";
import { isFound, readSearchWay, type SearchWay, type Sought, sampleShare } from "../people-search/find.ts";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";
import { type PageAt, wayToPage } from "../sql/page.ts";
import { type ShownPerson, shownPersonColumns } from "./shown.ts";

export type PeopleFilter = {
  readonly workspaceId: string;
  readonly tag: string | null;
  /** Part of an id, an address or a name. */
  readonly search: string | null;
  /** Only these people; `null`: all. */
  readonly ids: readonly string[] | null;
  /** Only members of this segment. */
  readonly segmentId: string | null;
};

/** A filter whose way to find texts is known. */
export type PreparedFilter = PeopleFilter & { readonly sought: Sought | null; readonly way: SearchWay };

export async function preparePeopleFilter(sql: Connection, filter: PeopleFilter): Promise<PreparedFilter> {
  const { search: text, tag } = filter;
  const sought = text === null && tag === null ? null : { text, tag };
  return { ...filter, sought, way: sought === null ? "trigrams" : await readSearchWay(sql) };
}

// Not async, because awaiting a fragment of SQL would execute it.
function wanted(sql: Connection, { workspaceId, ids, segmentId, sought, way }: PreparedFilter): Fragment {
  const shards = ids ? [...new Set(ids.map(shardOf))] : ALL_SHARDS;
  return sql`
    p.workspace_id = ${workspaceId} and p.merged_into is null and p.shard = any(${shards}::smallint[])
    ${ids ? sql`and p.id = any(${[...ids]}::uuid[])` : sql``}
    ${
      segmentId === null
        ? sql``
        : sql`and exists (
            select from segment_members m
            where m.shard = p.shard and m.segment_id = ${segmentId}::uuid and m.person_id = p.id)`
    }
    ${
      sought === null
        ? sql``
        : sql`and exists (
            select from people_search s
            where s.shard = p.shard and s.person_id = p.id ${isFound(sql, sought, way)})`
    }`;
}

/**
 * How many people match. A search or a tag is asked of its own table first, as few rows there answer at once; of many the
 * number is the share of a sample.
 */
export async function countPeople(sql: Connection, filter: PreparedFilter): Promise<Count> {
  const { workspaceId, sought, way, segmentId } = filter;
  if (sought === null) return countAbout(sql, () => sql`select from people p where ${wanted(sql, filter)}`);
  const found = await countAbout(
    sql,
    () => sql`
      select from people_search s
      where s.shard = any(${ALL_SHARDS}::smallint[]) and s.workspace_id = ${workspaceId} ${isFound(sql, sought, way)}`,
  );
  if (!found.isAbout && (segmentId !== null || filter.ids !== null))
    return countAbout(sql, () => sql`select from people p where ${wanted(sql, filter)}`);
  if (!found.isAbout) return found;
  const everybody = await countPeople(sql, { ...filter, sought: null });
  const share = await sampleShare(sql, workspaceId, sought, way);
  return { total: Math.round(everybody.total * share), isAbout: true };
}

/**
 * A page of people, newest first, from the nearer end. The page is chosen by keys alone, which the index of lists has; the
 * wide rows are read only for its few lines.
 */
export async function listShownPeople(sql: Connection, filter: PreparedFilter, page: PageAt): Promise<ShownPerson[]> {
  const { limit, offset, isBackward } = wayToPage(page);
  const { after } = page;
  const way = isBackward ? sql`asc` : sql`desc`;
  return await sql<ShownPerson[]>`
    with page as materialized (
      select p.shard, p.id from people p
      where ${wanted(sql, filter)}
        ${after === null ? sql`` : sql`and (p.created_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by p.created_at ${way}, p.id ${way} limit ${limit} offset ${offset}
    )
    select ${shownPersonColumns(sql)} from page join people using (shard, id)
    order by created_at desc, id desc`;
}
