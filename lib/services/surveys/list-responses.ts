import { type Context, invalidField, iso, isUuid, likePattern } from "#services";
import { type ListedResponse, listResponses as readResponses } from "#store/survey-responses";
import { findSurvey } from "./find-survey.ts";
import { daysOf, momentsOf } from "./range.ts";
import type { ResponsesQuery, SurveyResponse, SurveyResponses } from "./schema.ts";

const A_PAGE = 25;

/** What people answered, the newest first, a page at a time. */
export async function listResponses(ctx: Context, reference: string, query: ResponsesQuery): Promise<SurveyResponses> {
  const { id } = await findSurvey(ctx, reference);
  const rows = await readPart(ctx, id, query, A_PAGE);
  return { responses: rows.map(viewResponse), next: nextOf(rows, A_PAGE) };
}

export async function readPart(
  ctx: Context,
  surveyId: string,
  query: ResponsesQuery,
  limit: number,
): Promise<ListedResponse[]> {
  const { question = null, search = "", revision = null, after } = query;
  const pattern = search === "" ? null : likePattern(search);
  const days = momentsOf(await daysOf(ctx, query));
  const before = after === undefined ? null : placeOf(after);
  return await readResponses(ctx.database.sql, { surveyId, ...days, revision, question, pattern, before }, limit);
}

/** A full page may be followed by another. */
export function nextOf(rows: readonly ListedResponse[], limit: number): string | null {
  const last = rows.at(-1);
  return last && rows.length === limit ? `${last.startedAt}_${last.id}` : null;
}

function placeOf(after: string): { at: number; id: string } {
  const [at = "", id = ""] = after.split("_");
  if (!/^\d{1,15}$/.test(at) || !isUuid(id)) throw invalidField(["after"], "is not where a page ended");
  return { at: Number(at), id };
}

function viewResponse(row: ListedResponse): SurveyResponse {
  const { startedAt, completedAt, externalId, anonymousId, email, answers, place, ...rest } = row;
  return {
    ...rest,
    person: email ?? externalId ?? anonymousId,
    place: { ...place },
    answers: Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, plain(value)])),
    startedAt: iso(new Date(startedAt)),
    completedAt: completedAt === null ? null : iso(new Date(completedAt)),
  };
}

const plain = (value: number | string | readonly string[] | null) =>
  typeof value === "object" && value !== null ? [...value] : value;
