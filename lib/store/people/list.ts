import { ALL_SHARDS, type Fragment, shardOf } from "#db";
import { isFound, readSearchWay, type SearchWay, type Sought, sampleShare } from "../people-search/find.ts";
import { countMembers } from "../segment-counts/read.ts";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";
import { type PageAt, wayToPage } from "../sql/page.ts";
import { type ShownPerson, shownPersonColumns } from "./shown.ts";

type PeopleFilter = {
  readonly workspaceId: string;
  readonly tag: string | null;
  /** Part of an id, an address or a name. */
  readonly search: string | null;
  /** Only these people; `null`: all. */
  readonly ids: readonly string[] | null;
  /** Only members of this segment. */
  readonly segmentId: string | null;
};

/** What is asked of the table of searches, and how its texts are found; null: nothing. */
type Asked = { readonly sought: Sought; readonly way: SearchWay } | null;

/**
 * Where the few people who can match are read from: the rows of a search, or the members of a segment. `null`: they are
 * many, so the newest people are looked at one after the other until the page is full.
 */
type Few = "search" | "segment" | null;

/** A filter that was counted, with the way to its people. */
type CountedPeople = Count & { readonly filter: PeopleFilter; readonly asked: Asked; readonly few: Few };

/** The members of a larger segment are found by looking at the newest people. */
const MEMBERS_TO_SORT = 10_000;

/** A `like` on many rows costs some microseconds each. */
const SEARCHED_EXACTLY = 2_000;

/** How many people match, and the way to them. A search, a tag or a segment is asked of its own table first. */
export async function countPeople(sql: Connection, filter: PeopleFilter): Promise<CountedPeople> {
  const { search: text, tag, segmentId, ids } = filter;
  const asked = text === null && tag === null ? null : { sought: { text, tag }, way: await readSearchWay(sql) };
  const found = asked && (await countAbout(sql, () => rowsOfSearch(sql, filter, asked), SEARCHED_EXACTLY));
  const members = segmentId === null ? null : { total: await countOf(sql, segmentId), isAbout: false };
  const isSmall = members !== null && members.total <= MEMBERS_TO_SORT;
  const few: Few = found?.isAbout === false ? "search" : isSmall ? "segment" : null;
  const isAlone = [ids, asked, segmentId].filter((part) => part !== null).length < 2;
  const counted = isAlone ? (found ?? members) : null;
  if (counted?.isAbout === false) return { ...counted, filter, asked, few };
  if (few !== null || asked === null) {
    const rows = () => sql`select from ${peopleFrom(sql, filter, asked, few)}`;
    return { ...(counted ?? (await countAbout(sql, rows))), filter, asked, few };
  }
  const among = await countPeople(sql, { ...filter, search: null, tag: null });
  const share = await sampleShare(sql, filter.workspaceId, asked.sought, asked.way);
  return { total: Math.round(among.total * share), isAbout: true, filter, asked, few };
}

const countOf = async (sql: Connection, segmentId: string) =>
  (await countMembers(sql, [segmentId])).get(segmentId) ?? 0;

// None of these is async, because awaiting a fragment of SQL would execute it.
const rowsOfSearch = (
  sql: Connection,
  { workspaceId }: PeopleFilter,
  { sought, way }: NonNullable<Asked>,
): Fragment => sql`
  select s.shard, s.person_id from people_search s
  where s.shard = any(${ALL_SHARDS}::smallint[]) and s.workspace_id = ${workspaceId} ${isFound(sql, sought, way)}`;

const membersOf = (sql: Connection, segmentId: string): Fragment => sql`
  select m.shard, m.person_id from segment_members m
  where m.shard = any(${ALL_SHARDS}::smallint[]) and m.segment_id = ${segmentId}`;

/**
 * Each person of a short list by their key. `offset 0` keeps the planner from looking at the newest people until a page of
 * them is on the list: where nobody or few are, it would look at all people.
 */
const peopleOf = (sql: Connection, list: Fragment): Fragment => sql`
  (${list}) source cross join lateral (
    select shard, id, workspace_id, merged_into, created_at from people own
    where own.shard = source.shard and own.id = source.person_id offset 0
  ) p`;

/**
 * `people p` with every condition. Conditions on other tables are scalar sub-selects: the planner would make a join of
 * `exists` that reads all rows of both before the first row of the page.
 */
function peopleFrom(sql: Connection, filter: PeopleFilter, asked: Asked, few: Few): Fragment {
  const { workspaceId, ids, segmentId } = filter;
  const shards = ids ? [...new Set(ids.map(shardOf))] : ALL_SHARDS;
  const isMember = sql`and (select true from segment_members m
    where m.shard = p.shard and m.segment_id = ${segmentId}::uuid and m.person_id = p.id)`;
  const source =
    few === "search" && asked !== null
      ? rowsOfSearch(sql, filter, asked)
      : few === "segment" && segmentId !== null
        ? membersOf(sql, segmentId)
        : null;
  return sql`
    ${source === null ? sql`people p` : peopleOf(sql, source)}
    where p.workspace_id = ${workspaceId} and p.merged_into is null and p.shard = any(${shards}::smallint[])
      ${ids ? sql`and p.id = any(${[...ids]}::uuid[])` : sql``}
      ${segmentId === null || few === "segment" ? sql`` : isMember}
      ${
        asked === null || few === "search"
          ? sql``
          : sql`and (select true from people_search s
              where s.shard = p.shard and s.person_id = p.id ${isFound(sql, asked.sought, asked.way)})`
      }`;
}

/**
 * A page of people, newest first, from the nearer end. The page is chosen by keys alone, which the index of lists has; the
 * wide rows are read only for its few lines.
 */
export async function listShownPeople(
  sql: Connection,
  { filter, asked, few, total }: CountedPeople,
  page: Omit<PageAt, "total">,
): Promise<ShownPerson[]> {
  const { limit, offset, isBackward } = wayToPage({ ...page, total });
  const { after } = page;
  const way = isBackward ? sql`asc` : sql`desc`;
  return await sql<ShownPerson[]>`
    with page as materialized (
      select p.shard, p.id from ${peopleFrom(sql, filter, asked, few)}
        ${after === null ? sql`` : sql`and (p.created_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by p.created_at ${way}, p.id ${way} limit ${limit} offset ${offset}
    )
    select ${shownPersonColumns(sql)} from page join people using (shard, id)
    order by created_at desc, id desc`;
}
