import type { Context } from "#services";
import { moveJourney } from "./move-journey.ts";
import { handBack } from "./resume-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** Back to DRAFT: nobody new; people inside go on on their version, also those a pause had held. */
export function unpublishJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "unpublish",
    change: (tx, row) => handBack(ctx, tx, row),
  });
}
