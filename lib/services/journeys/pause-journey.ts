import type { PauseMode } from "#journey";
import type { Context } from "#services";
import { cancelOpen } from "#store/operations";
import { type Move, moveJourney } from "./move-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/**
 * Lets nobody new in; `hold` stops people in place, `drain` lets them go on, `queue` sets their actions aside. `also`
 * changes the row in the same transaction.
 */
export function pauseJourney(
  ctx: Context,
  reference: string,
  mode: PauseMode = "drain",
  also?: Move["change"],
): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "pause",
    mode,
    change: async (tx, row) => {
      // People not yet resumed by an earlier resume are held again: the next resume starts with everyone.
      if (mode !== "drain") await cancelOpen(tx, row.id, ["resume"]);
      return (await also?.(tx, row)) ?? {};
    },
  });
}
