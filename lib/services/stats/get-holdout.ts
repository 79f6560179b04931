import { HOLDOUT_ARMS, liftOver, rateInterval, rateOf } from "#engine";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { readSplitCounts } from "#store/exposure-counts";
import { WHOLE_JOURNEY } from "#store/exposures";
import type { JourneyHoldout } from "./schema.ts";

const NOBODY = { entered: 0, converted: 0 };

/**
 * People by the side of the holdout on which they were at their first entry, and how many of them reached the goal that
 * is counted; from counters, so that it costs the same for any number of people.
 */
export async function getHoldout(ctx: Context, reference: string): Promise<JourneyHoldout> {
  const journey = await findJourney(ctx, reference);
  const counts = await readSplitCounts(ctx.database.sql, journey.id, WHOLE_JOURNEY);
  const own = counts.get("entered") ?? NOBODY;
  return {
    sides: HOLDOUT_ARMS.map((side) => {
      const count = counts.get(side) ?? NOBODY;
      return {
        side,
        people: count.entered,
        converted: count.converted,
        rate: rateOf(count),
        interval: rateInterval(count),
        lift: side === "entered" ? null : liftOver(count, own),
      };
    }),
  };
}
