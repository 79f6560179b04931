import type { Context } from "#services";
import { queueOperation } from "#services/operations";
import { cancelOpen } from "#store/operations";
import { databaseNow, type Move, moveJourney } from "./move-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/**
 * Stops everyone inside at once, by raising the epoch (R31); an operation then ends the enrollments. `also` changes the
 * row in the same transaction.
 */
export function archiveJourney(ctx: Context, reference: string, also?: Move["change"]): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    move: "archive",
    change: async (tx, row) => {
      await cancelOpen(tx, row.id, ["enroll", "resume", "migrate", "release", "change_people", "retry"]);
      await queueOperation(ctx, tx, "archive", { epoch: row.epoch }, { journeyId: row.id });
      return { ...(await also?.(tx, row)), epoch: row.epoch + 1, archivedAt: await databaseNow(tx) };
    },
  });
}
