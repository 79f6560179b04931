import type { JourneyDraft } from "#dialects";
import { audit, type Context, conflict, requireRole } from "#services";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { type JourneyRow, lockJourney } from "./find-journey.ts";
import { type JourneyChange, updateRow } from "./move-journey.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import type { JourneyDetail } from "./schema.ts";
import { type Origin, requireEditable } from "./source/require-editable.ts";
import { changeToDraft } from "./written-draft.ts";

export type DraftSave = {
  /** For the audit log. */
  readonly verb: string;
  readonly origin: Origin;
  /** What changes in the row beside the draft. */
  readonly also?: JourneyChange;
};

/** Replaces the draft by one that is made of the locked row. */
export async function saveDraft(
  ctx: Context,
  reference: string,
  { verb, origin, also = {} }: DraftSave,
  make: (row: JourneyRow) => Promise<JourneyDraft>,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    if (before.status === "archived")
      throw conflict("This journey is archived. Restore it first.", { currentStatus: "ARCHIVED" });
    requireEditable(ctx, before, origin);
    const after = await updateRow(tx, before.id, { ...changeToDraft(before, await make(before)), ...also });
    const noted =
      before.revision === after.revision ? {} : draftChange(after.revision, draftOf(before), draftOf(after));
    await audit(tx, ctx, `journey.${verb}`, before.id, { name: after.name, ...noted });
    return after;
  });
  return savedJourney(ctx, row);
}
