import type { Context } from "#services";
import { moveJourney } from "./move-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** An archived journey becomes a draft again; the people it stopped stay stopped. */
export function restoreJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "restore",
    change: async () => ({ archivedAt: null }),
  });
}
