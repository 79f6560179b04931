import type { Context } from "#services";
import { databaseNow, moveJourney } from "./move-journey.ts";
import { beginPause } from "./pauses.ts";
import type { JourneyDetail } from "./schema.ts";

/** Lets nobody new in; `hold` stops people in place, `drain` lets them go on, `queue` sets their actions aside. */
export function pauseJourney(
  ctx: Context,
  reference: string,
  mode: "hold" | "drain" | "queue" = "drain",
): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "pause",
    from: ["published"],
    change: async (tx, row) => ({
      status: "paused",
      pauseMode: mode,
      pauses: beginPause(row.pauses, mode, await databaseNow(tx)),
    }),
  });
}
