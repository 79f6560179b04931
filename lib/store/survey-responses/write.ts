import { shardOf, type TransactionSql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import type { StoredAnswer, SurveyPlace } from "./table.ts";

/** An answer set; times in ms. */
export type SurveyResponse = {
  readonly shard: number;
  readonly id: string;
  readonly surveyId: string;
  readonly revision: number;
  readonly personId: string | null;
  readonly answers: Readonly<Record<string, StoredAnswer>>;
  readonly score: number | null;
  readonly asked: readonly string[];
  readonly startedAt: number;
  readonly completedAt: number | null;
};

export type NewResponse = {
  readonly id: string;
  readonly workspaceId: string;
  readonly surveyId: string;
  readonly revision: number;
  readonly personId: string | null;
  readonly place: SurveyPlace;
  readonly source: "page" | "link";
  readonly at: number;
};

/** The shard of an answer set: the person's, else of its own id. */
export const responseShard = ({ id, personId }: { readonly id: string; readonly personId: string | null }): number =>
  shardOf(personId ?? id);

/**
 * Locks the answer set, and makes it if there is none yet; two tabs and a retry that come at once wait for each other.
 * Undefined: the id is that of somebody else's answers, or of another survey.
 */
export async function lockResponse(sql: TransactionSql, response: NewResponse): Promise<SurveyResponse | undefined> {
  const { id, workspaceId, surveyId, revision, personId, place, source, at } = response;
  const shard = responseShard(response);
  const moment = toSqlTimestamp(at);
  await sql`
    insert into survey_responses (shard, id, workspace_id, survey_id, revision, person_id, place, source, started_at, updated_at)
    values (${shard}, ${id}, ${workspaceId}, ${surveyId}, ${revision}, ${personId}, ${JSON.stringify(place)}::text::json,
      ${source}, ${moment}::timestamptz, ${moment}::timestamptz)
    on conflict (shard, id) do nothing`;
  const [row] = await sql<SurveyResponse[]>`
    select shard, id, survey_id as "surveyId", revision, person_id as "personId", answers, score, asked,
      floor(extract(epoch from started_at) * 1000)::float8 as "startedAt",
      floor(extract(epoch from completed_at) * 1000)::float8 as "completedAt"
    from survey_responses
    where shard = ${shard} and id = ${id} and workspace_id = ${workspaceId} and survey_id = ${surveyId}
      and person_id is not distinct from ${personId}::uuid
    for update`;
  return row;
}

/** Stores the answers of a locked set; `at` in ms. */
export async function storeAnswers(
  sql: TransactionSql,
  { shard, id, answers, score, asked, completedAt }: SurveyResponse,
  at: number,
): Promise<void> {
  await sql`
    update survey_responses set answers = ${JSON.stringify(answers)}::text::json, score = ${score},
      asked = ${JSON.stringify(asked)}::text::json, updated_at = ${toSqlTimestamp(at)}::timestamptz,
      completed_at = ${completedAt === null ? null : toSqlTimestamp(completedAt)}::timestamptz
    where shard = ${shard} and id = ${id}`;
}
