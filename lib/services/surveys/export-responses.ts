import type { Question } from "#inpage";
import { type Context, iso } from "#services";
import { csvLine } from "#services/consent";
import { readAnsweredRevisions } from "#store/survey-counts";
import type { ListedResponse } from "#store/survey-responses";
import { findSurvey } from "./find-survey.ts";
import { nextOf, readPart } from "./list-responses.ts";
import type { ResponsesQuery, SurveyExport } from "./schema.ts";
import { loadSurvey } from "./survey.ts";

const AT_ONCE = 5_000;
const FACTS = ["response", "started", "completed", "user_id", "anonymous_id", "email", "source", "revision", "score"];

/**
 * One part of all answers as CSV, a line for each set and a column for each question of every revision; `next` is where
 * the following part begins.
 */
export async function exportResponses(ctx: Context, reference: string, query: ResponsesQuery): Promise<SurveyExport> {
  const { id } = await findSurvey(ctx, reference);
  const [questions, rows] = await Promise.all([columnsOf(ctx, id), readPart(ctx, id, query, AT_ONCE)]);
  const head = query.after === undefined ? [[...FACTS, ...questions]] : [];
  const lines = [...head, ...rows.map((row) => cellsOf(row, questions))];
  return { csv: lines.map(csvLine).join(""), next: nextOf(rows, AT_ONCE) };
}

async function columnsOf(ctx: Context, id: string): Promise<string[]> {
  const revisions = [null, ...(await readAnsweredRevisions(ctx.database.sql, id))];
  const surveys = await Promise.all(
    revisions.map((revision) => loadSurvey(ctx.database.sql, ctx.workspaceId, id, revision)),
  );
  const all = surveys.flatMap((survey): readonly Question[] => survey?.document.questions ?? []);
  return [...new Set(all.map((question) => question.id))];
}

function cellsOf(row: ListedResponse, questions: readonly string[]): (string | null)[] {
  const { id, startedAt, completedAt, externalId, anonymousId, email, source, revision, score, answers } = row;
  return [
    ...[id, iso(new Date(startedAt)), completedAt === null ? null : iso(new Date(completedAt))],
    ...[externalId, anonymousId, email, source, String(revision), score === null ? null : String(score)],
    ...questions.map((question) => {
      const value = answers[question]?.value ?? null;
      return value === null ? null : typeof value === "object" ? value.join("; ") : String(value);
    }),
  ];
}
