import { ALL_SHARDS } from "#db";
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

/** Answer sets with at least one answer, the newest first. */
export async function listResponses(sql: Connection, filter: ResponseFilter, limit: number): Promise<ListedResponse[]> {
  const { surveyId, from, to, revision, question, pattern, before } = filter;
  const within = pattern === null && question === null ? limit : SEARCHED;
  const placed = sql`
    and started_at >= ${toSqlTimestamp(from)}::timestamptz and started_at < ${toSqlTimestamp(to)}::timestamptz
    and (${revision}::int is null or revision = ${revision}::int) and asked::text <> '[]'
    ${before === null ? sql`` : sql`and (date_trunc('milliseconds', started_at), id) < (${toSqlTimestamp(before.at)}::timestamptz, ${before.id}::uuid)`}`;
  return await sql<ListedResponse[]>`
    with latest as (
      select newest.* from unnest(${[...ALL_SHARDS]}::int[]) as s (number)
      cross join lateral (
        select * from survey_responses
        where shard = s.number and survey_id = ${surveyId} ${placed}
        order by started_at desc, id desc limit ${within}
      ) newest
      order by date_trunc('milliseconds', started_at) desc, id desc limit ${within}
    )
    select r.id, r.revision, r.person_id as "personId", p.external_id as "externalId", p.anonymous_id as "anonymousId",
      p.traits ->> 'email' as email, r.place, r.source, r.answers, r.score,
      floor(extract(epoch from r.started_at) * 1000)::float8 as "startedAt",
      floor(extract(epoch from r.completed_at) * 1000)::float8 as "completedAt"
    from latest r
    left join people p on p.shard = r.shard and p.id = r.person_id
    where (${question}::text is null or (r.answers -> ${question}::text ->> 'value') is not null)
      and (${pattern}::text is null or exists (
        select from json_each(r.answers) as answer
        where (${question}::text is null or answer.key = ${question}::text)
          and answer.value ->> 'value' ilike ${pattern}::text))
    order by date_trunc('milliseconds', r.started_at) desc, r.id desc limit ${limit}`;
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
