import type { Context } from "#services";
import { cancelOpen } from "#store/operations";
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
    change: async (tx, row) => {
      // Whoever was not yet handed on by an earlier resume is kept again: the next one starts over with everybody.
      if (mode !== "drain") await cancelOpen(tx, row.id, ["resume"]);
      const pauses = beginPause(row.pauses, mode, await databaseNow(tx));
      return { status: "paused", pauseMode: mode, pauses };
    },
  });
}
