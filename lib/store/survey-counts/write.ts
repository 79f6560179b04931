import type { Connection } from "../sql/connection.ts";

/** Lanes of the counters: sums read eight rows, and people of different lanes never wait for each other. */
const LANES = 8;

export type SurveyDelta = { readonly question: string; readonly option: string; readonly count: number };

export type CountedSurvey = {
  readonly workspaceId: string;
  readonly surveyId: string;
  readonly revision: number;
  /** The shard of the answer set. */
  readonly shard: number;
  /** When the answer set began, in ms. */
  readonly startedAt: number;
};

/** Adds to the figures of a survey. The rows are locked in one order, so that two writers never wait for each other in a circle. */
export async function addSurveyCounts(
  sql: Connection,
  { workspaceId, surveyId, revision, shard, startedAt }: CountedSurvey,
  given: readonly SurveyDelta[],
): Promise<void> {
  const deltas = sumOf(given);
  if (deltas.length === 0) return;
  const day = new Date(startedAt).toISOString().slice(0, 10);
  await sql`
    insert into survey_counts as own (shard, survey_id, day, revision, question, option, workspace_id, count)
    select ${shard % LANES}, ${surveyId}, ${day}::date, ${revision}, question, option, ${workspaceId}, count
    from unnest(${deltas.map(({ question }) => question)}::text[], ${deltas.map(({ option }) => option)}::text[],
      ${deltas.map(({ count }) => count)}::int[]) as delta (question, option, count)
    on conflict (shard, survey_id, day, revision, question, option) do update set count = own.count + excluded.count`;
}

function sumOf(given: readonly SurveyDelta[]): SurveyDelta[] {
  const sums = new Map<string, SurveyDelta>();
  for (const { question, option, count } of given) {
    const key = `${question} ${option}`;
    sums.set(key, { question, option, count: (sums.get(key)?.count ?? 0) + count });
  }
  const keyOf = ({ question, option }: SurveyDelta) => `${question} ${option}`;
  return [...sums.values()]
    .filter(({ count }) => count !== 0)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
