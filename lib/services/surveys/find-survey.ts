import { type Context, notFound } from "#services";
import { findContent } from "#services/content";

export type SurveyItem = Awaited<ReturnType<typeof findContent>>;

/** By id, key or number; throws `not_found` also for content of another type. */
export async function findSurvey(ctx: Context, reference: string): Promise<SurveyItem> {
  const row = await findContent(ctx, reference).catch(() => null);
  if (row?.type !== "survey") throw notFound("survey");
  return row;
}
