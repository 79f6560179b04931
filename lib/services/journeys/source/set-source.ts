import { audit, type Context, requireRole } from "#services";
import { lockJourney } from "../find-journey.ts";
import { type JourneyChange, updateRow } from "../move-journey.ts";
import type { JourneyDetail } from "../schema.ts";
import { viewJourney } from "../view-journey.ts";
import type { FromFile, SourceInput } from "./schema.ts";
import { sourceOf } from "./source-of.ts";

/** Says where a journey may be changed. The draft stays as it is. */
export async function setSource(ctx: Context, reference: string, input: SourceInput): Promise<JourneyDetail> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockJourney(ctx, tx, reference);
    const after = await updateRow(tx, before.id, {
      ...(input.truth === undefined ? {} : { truth: input.truth }),
      ...(input.file === undefined ? {} : { sourceFile: input.file }),
    });
    await audit(tx, ctx, "journey.source", before.id, { from: sourceOf(before), to: sourceOf(after) });
    return after;
  });
  return viewJourney(ctx, row);
}

/** What a file that is applied changes of the row beside the draft. */
export const changeByFile = ({ path, url = null, truth }: FromFile): JourneyChange => ({
  sourceFile: { path, url },
  ...(truth === undefined ? {} : { truth }),
});
