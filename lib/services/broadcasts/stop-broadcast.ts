import { audit, type Context, conflict, requireRole } from "#services";
import { archiveJourney } from "#services/journeys";
import { stopBroadcastRow } from "#store/broadcasts";
import { findBroadcast, getBroadcast } from "./get-broadcast.ts";
import type { BroadcastDetail } from "./schema.ts";

/**
 * Stops a broadcast: nobody enters any more, people who wait leave, and messages that no sender has taken are cancelled.
 * What was sent stays sent. Throws `conflict` if it is over; stopping again changes nothing.
 */
export async function stopBroadcast(ctx: Context, id: string): Promise<BroadcastDetail> {
  requireRole(ctx, "editor");
  const row = await findBroadcast(ctx, id);
  if (row.status === "sent") throw conflict("This broadcast is sent.", { currentStatus: row.status });
  // First the mark, which archiving does not need: a process that dies in between leaves a broadcast to be stopped again.
  await ctx.database.orm.transaction(async (tx) => {
    if (await stopBroadcastRow(tx, row.id))
      await audit(tx, ctx, "broadcast.stop", row.id, { journeyId: row.journeyId });
  });
  await archiveJourney(ctx, row.journeyId);
  return getBroadcast(ctx, row.id);
}
