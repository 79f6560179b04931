import { blocksPublishing } from "#engine";
import type { Context } from "#services";
import { draftWith } from "./document.ts";
import { findJourney } from "./find-journey.ts";
import type { DraftInput } from "./input.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { problemsOf } from "./problems.ts";

/** Validates the saved draft or the given one, and stores nothing. */
export async function validateJourney(
  ctx: Context,
  reference: string,
  draft: DraftInput,
): Promise<{ problems: PlacedProblem[]; canPublish: boolean }> {
  const row = await findJourney(ctx, reference);
  const problems = await problemsOf(ctx, row, draftWith(row, draft));
  return { problems, canPublish: !blocksPublishing(problems) };
}
