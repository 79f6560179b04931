import type { Context } from "#services";
import { findJourney, writtenDraft } from "#services/journeys";
import type { V1Validation } from "./schema.ts";
import { findStepProblems } from "./step-problems.ts";

/** What is wrong with the draft: what prevents activating it, and what may not be meant. */
export async function validateV1Journey(ctx: Context, reference: string): Promise<V1Validation> {
  const row = await findJourney(ctx, reference);
  const problems = await findStepProblems(ctx, row, writtenDraft(row));
  return { valid: problems.every(({ severity }) => severity !== "error"), problems };
}
