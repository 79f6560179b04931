import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

export type SurveyCount = {
  /** As `2026-03-01`. */
  readonly day: string;
  readonly question: string;
  readonly option: string;
  readonly count: number;
};

export type CountsFilter = {
  readonly surveyId: string;
  /** The first and the last day, as `2026-03-01`. */
  readonly from: string;
  readonly to: string;
  readonly revision: number | null;
};

/** The figures of a survey by day. */
export async function readSurveyCounts(
  sql: Connection,
  { surveyId, from, to, revision }: CountsFilter,
): Promise<SurveyCount[]> {
  return await sql<SurveyCount[]>`
    select day::text as day, question, option, sum(count)::float8 as count
    from survey_counts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and survey_id = ${surveyId}
      and day between ${from}::date and ${to}::date and (${revision}::int is null or revision = ${revision}::int)
    group by day, question, option
    having sum(count) <> 0
    order by day`;
}

/** The revisions that were answered, the newest first. */
export async function readAnsweredRevisions(sql: Connection, surveyId: string): Promise<number[]> {
  const rows = await sql<{ revision: number }[]>`
    select distinct revision from survey_counts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and survey_id = ${surveyId}
    order by revision desc limit 100`;
  return rows.map(({ revision }) => revision);
}
