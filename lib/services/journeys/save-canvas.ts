import { audit, type Context, requireRole } from "#services";
import { readCanvas } from "./canvas.ts";
import { draftOf } from "./document.ts";
import { draftChange } from "./draft-changes.ts";
import { lockJourney } from "./find-journey.ts";
import type { CanvasInput } from "./input.ts";
import { updateRow } from "./move-journey.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import { requireRevision } from "./require-revision.ts";
import type { JourneyDetail } from "./schema.ts";
import { requireEditable } from "./source/require-editable.ts";

/** Replaces the whole canvas in one transaction; given ids are kept. Throws `precondition_failed` on a lost race. */
export async function saveCanvas(
  ctx: Context,
  reference: string,
  input: CanvasInput,
  ifMatch: number | null,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    requireEditable(ctx, before);
    await requireRevision(ctx, tx, before, ifMatch);
    const canvas = readCanvas(input, before.canvas);
    const after = await updateRow(tx, before.id, { canvas, revision: before.revision + 1 });
    await audit(tx, ctx, "journey.canvas", before.id, {
      nodes: canvas.nodes.length,
      edges: canvas.edges.length,
      ...draftChange(after.revision, draftOf(before), draftOf(after)),
    });
    return after;
  });
  return savedJourney(ctx, row);
}
