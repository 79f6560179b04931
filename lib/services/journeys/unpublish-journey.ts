import type { Context } from "#services";
import { moveJourney } from "./move-journey.ts";
import { handBack } from "./resume-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** Back to DRAFT: nobody new enters; people inside continue on their version, also those held by a pause. */
export function unpublishJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "unpublish",
    change: (tx, row) => handBack(ctx, tx, row),
  });
}
