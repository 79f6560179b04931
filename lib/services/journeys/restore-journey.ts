import type { Context } from "#services";
import { moveJourney } from "./move-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** An archived journey becomes a draft again; the people it stopped stay stopped. */
export function restoreJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "restore",
    from: ["archived"],
    change: async () => ({ status: "draft", archivedAt: null, pauseMode: null }),
  });
}
