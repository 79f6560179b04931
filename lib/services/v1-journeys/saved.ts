import type { JourneyDraft } from "#dialects";
import type { Context } from "#services";
import type { JourneyRow } from "#services/journeys";
import type { SavedV1Journey, V1Problem } from "./schema.ts";
import { findStepProblems } from "./step-problems.ts";
import { viewOf } from "./view.ts";

/** The answer to a change, with what would prevent activating it or may not be meant, and what was not read of it. */
export async function saved(
  ctx: Context,
  row: JourneyRow,
  draft: JourneyDraft,
  unread: readonly V1Problem[],
): Promise<SavedV1Journey> {
  const warnings = [...unread, ...(await findStepProblems(ctx, row, draft))];
  return { ...viewOf(row), ...(warnings.length === 0 ? {} : { warnings }) };
}
