import { ALL_SHARDS, SHARD_COUNT } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import type { StoredAnswer, SurveyPlace } from "./table.ts";
import { responseShard } from "./write.ts";

/** An answer set as it is listed and exported; times in ms. */
export type ListedResponse = {
  readonly id: string;
  readonly revision: number;
  readonly personId: string | null;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly email: string | null;
  readonly place: SurveyPlace;
  readonly source: "page" | "link";
  readonly answers: Readonly<Record<string, StoredAnswer>>;
  readonly score: number | null;
  readonly startedAt: number;
  readonly completedAt: number | null;
};

export type ResponseFilter = {
  readonly surveyId: string;
  /** In ms. */
  readonly from: number;
  readonly to: number;
  readonly revision: number | null;
  /** Only sets with an answer to this question. */
  readonly question: string | null;
  /** A pattern of `ilike` for what was written; of that question if one is given. */
  readonly pattern: string | null;
  /** Where the part before ended: the start of its last set, in ms, and its id. */
  readonly before: { readonly at: number; readonly id: string } | null;
};

/** Sets that a search looks through at most, newest first: answers in words have no index. */
export const SEARCHED = 20_000;

/** A row more than twice a shard's share: shards have about equally many, by random bits of ids. */
const sliceOf = (within: number): number => Math.ceil((2 * within) / SHARD_COUNT) + 1;

/**
 * Answer sets with at least one answer, the newest first. Each shard gives a slice, and what is newer than the end of every
 * full slice is complete; if that is not enough, the slices grow.
 */
export async function listResponses(sql: Connection, filter: ResponseFilter, limit: number): Promise<ListedResponse[]> {
  const within = filter.pattern === null && filter.question === null ? limit : SEARCHED;
  for (let slice = Math.min(within, sliceOf(within)); ; slice = Math.min(within, 4 * slice)) {
    const { rows, isWhole } = await readSlices(sql, filter, { limit, within, slice });
    if (isWhole || slice === within) return rows;
  }
}

type Slices = { readonly limit: number; readonly within: number; readonly slice: number };

async function readSlices(
  sql: Connection,
  { surveyId, from, to, revision, question, pattern, before }: ResponseFilter,
  { limit, within, slice }: Slices,
): Promise<{ rows: ListedResponse[]; isWhole: boolean }> {
  // Without a bound of the index each part would read everything that is newer than itself.
  const until = before === null ? to : Math.min(to, before.at + 1);
  const rows = await sql<(ListedResponse & { isWhole: boolean })[]>`
    with newest as materialized (
      select own.* from unnest(${[...ALL_SHARDS]}::int[]) as s (number)
      cross join lateral (
        select * from survey_responses
        where shard = s.number and survey_id = ${surveyId}
          and started_at >= ${toSqlTimestamp(from)}::timestamptz and started_at < ${toSqlTimestamp(until)}::timestamptz
          and (${revision}::int is null or revision = ${revision}::int) and asked::text <> '[]'
          ${before === null ? sql`` : sql`and (date_trunc('milliseconds', started_at), id) < (${toSqlTimestamp(before.at)}::timestamptz, ${before.id}::uuid)`}
        order by started_at desc, id desc limit ${slice}
      ) own
    ),
    edge as (
      select max(ended) as at from (select min(started_at) as ended from newest group by shard having count(*) = ${slice}) full_slices
    ),
    latest as (
      select newest.* from newest, edge
      where ${slice === within} or edge.at is null or date_trunc('milliseconds', newest.started_at) > edge.at
      order by date_trunc('milliseconds', newest.started_at) desc, newest.id desc limit ${within}
    ),
    found as (select (select at from edge) is null or (select count(*) from latest) >= ${within} as is_whole)
    select found.is_whole as "isWhole", r.id, r.revision, r.person_id as "personId", p.external_id as "externalId",
      p.anonymous_id as "anonymousId", p.traits ->> 'email' as email, r.place, r.source, r.answers, r.score,
      floor(extract(epoch from r.started_at) * 1000)::float8 as "startedAt",
      floor(extract(epoch from r.completed_at) * 1000)::float8 as "completedAt"
    from found
    left join latest r on (${question}::text is null or (r.answers -> ${question}::text ->> 'value') is not null)
      and (${pattern}::text is null or exists (
        select from json_each(r.answers) as answer
        where (${question}::text is null or answer.key = ${question}::text)
          and answer.value ->> 'value' ilike ${pattern}::text))
    left join people p on p.shard = r.shard and p.id = r.person_id
    order by date_trunc('milliseconds', r.started_at) desc nulls last, r.id desc limit ${limit}`;
  const isWhole = rows[0]?.isWhole ?? true;
  // One row without an answer set says that there is none.
  return { rows: rows.flatMap(({ isWhole: _, ...row }) => (row.id === null ? [] : [row])), isWhole };
}

/** What was answered so far; undefined: nothing. */
export async function readResponse(
  sql: Connection,
  response: { readonly id: string; readonly personId: string | null; readonly surveyId: string },
): Promise<
  | {
      readonly revision: number;
      readonly answers: Readonly<Record<string, StoredAnswer>>;
      readonly completed: boolean;
    }
  | undefined
> {
  const { id, personId, surveyId } = response;
  const [row] = await sql<{ revision: number; answers: Readonly<Record<string, StoredAnswer>>; completed: boolean }[]>`
    select revision, answers, completed_at is not null as completed from survey_responses
    where shard = ${responseShard(response)} and id = ${id} and survey_id = ${surveyId}
      and person_id is not distinct from ${personId}::uuid`;
  return row;
}
