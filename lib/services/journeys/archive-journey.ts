import type { Context } from "#services";
import { queueOperation } from "#services/operations";
import { cancelOpen } from "#store/operations";
import { databaseNow, moveJourney } from "./move-journey.ts";
import { endPause } from "./pauses.ts";
import type { JourneyDetail } from "./schema.ts";

/** Stops everybody inside at once, by raising the epoch (R31); an operation does the bookkeeping behind it. */
export function archiveJourney(ctx: Context, reference: string): Promise<JourneyDetail> {
  return moveJourney(ctx, reference, {
    verb: "archive",
    from: ["draft", "published", "paused", "archived"],
    change: async (tx, row) => {
      if (row.status === "archived") return null;
      const now = await databaseNow(tx);
      await cancelOpen(tx, row.id, ["enroll", "resume", "migrate", "retry"]);
      await queueOperation(ctx, tx, "archive", { epoch: row.epoch }, row.id);
      return {
        status: "archived",
        epoch: row.epoch + 1,
        archivedAt: now,
        pauseMode: null,
        pauses: endPause(row.pauses, now),
      };
    },
  });
}
