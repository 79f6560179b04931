import type { JourneyDraft } from "#dialects";
import type { Context } from "#services";
import type { JourneyRow } from "#services/journeys";
import type { SavedV1Journey } from "./schema.ts";
import { findStepProblems } from "./step-problems.ts";
import { viewOf } from "./view.ts";

/** The answer to a change, with what would prevent activating it or may not be meant. */
export async function saved(ctx: Context, row: JourneyRow, draft: JourneyDraft): Promise<SavedV1Journey> {
  const warnings = await findStepProblems(ctx, row, draft);
  return { ...viewOf(row), ...(warnings.length === 0 ? {} : { warnings }) };
}
