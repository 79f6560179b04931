import type { JourneyDraft } from "#dialects";
import { audit, type Context, conflict, requireRole } from "#services";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { type JourneyRow, lockJourney } from "./find-journey.ts";
import { updateRow } from "./move-journey.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import type { JourneyDetail } from "./schema.ts";
import { changeToDraft } from "./written-draft.ts";

/** Replaces the draft by one that is made of the locked row; `verb` is for the audit log. */
export async function saveDraft(
  ctx: Context,
  reference: string,
  verb: string,
  make: (row: JourneyRow) => Promise<JourneyDraft>,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    if (before.status === "archived")
      throw conflict("This journey is archived. Restore it first.", { currentStatus: "ARCHIVED" });
    const after = await updateRow(tx, before.id, changeToDraft(before, await make(before)));
    const noted =
      before.revision === after.revision ? {} : draftChange(after.revision, draftOf(before), draftOf(after));
    await audit(tx, ctx, `journey.${verb}`, before.id, { name: after.name, ...noted });
    return after;
  });
  return savedJourney(ctx, row);
}
