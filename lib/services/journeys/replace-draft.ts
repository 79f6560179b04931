import { canvasOf, type JourneyDocument } from "#journey";
import { audit, type Context, requireRole } from "#services";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { findJourney, type JourneyRow, lockJourney } from "./find-journey.ts";
import { type JourneyChange, updateRow } from "./move-journey.ts";
import { publishFrom } from "./publish-journey.ts";
import { requireEditable } from "./source/require-editable.ts";

/** The new document of a journey, and what else changes in its row. */
export type Replacement = { readonly document: JourneyDocument; readonly change: JourneyChange };

/**
 * Replaces the draft. An active journey is published with it at once, and people inside stay on their version; throws
 * `invalid` and changes nothing if it cannot run. For surfaces without a publish of their own.
 */
export async function replaceDraft(
  ctx: Context,
  reference: string,
  make: (row: JourneyRow) => Replacement,
): Promise<JourneyRow> {
  requireRole(ctx, "editor");
  const { status } = await findJourney(ctx, reference);
  if (status === "published") {
    await publishFrom(ctx, reference, { verb: "publish", ifMatch: null }, async (_tx, row) => {
      const { document } = make(row);
      return { document, draft: changeOf(row, make(row)) };
    });
    return findJourney(ctx, reference);
  }
  return ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    requireEditable(ctx, before);
    const after = await updateRow(tx, before.id, changeOf(before, make(before)));
    await audit(tx, ctx, "journey.canvas", before.id, draftChange(after.revision, draftOf(before), draftOf(after)));
    return after;
  });
}

function changeOf(row: JourneyRow, { document, change }: Replacement): JourneyChange {
  const { settings, goalConfig, audienceId, allowAnonymous } = document;
  const draft = { canvas: canvasOf(document), settings, goalConfig, audienceId, allowAnonymous };
  return { ...draft, revision: row.revision + 1, ...change };
}
