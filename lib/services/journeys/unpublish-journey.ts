import type { Context } from "#services";
import { moveJourney } from "./move-journey.ts";
import { resumedChange } from "./resume-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** Back to DRAFT: nobody new; people inside go on on their version, also those a pause had held. */
export function unpublishJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "unpublish",
    from: ["published", "paused"],
    change: async (tx, row) => (row.status === "paused" ? resumedChange(ctx, tx, row, "draft") : { status: "draft" }),
  });
}
