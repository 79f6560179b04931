import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { raiseEngineRevision } from "#services/configuration";
import { cancelOpen, queueOperation } from "#services/operations";
import { lockJourney } from "./find-journey.ts";
import { databaseNow, updateRow } from "./move-journey.ts";

/**
 * Deletes a journey with everything of it. It is archived and gone from every read at once; the operation removes
 * its rows shard by shard and the journey last. Its key is free again from the start.
 */
export async function deleteJourney(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockJourney(ctx, tx, reference);
    await updateRow(tx, row.id, {
      status: "archived",
      epoch: row.epoch + 1,
      archivedAt: await databaseNow(tx),
      pauseMode: null,
      key: `~${row.id}`,
    });
    await cancelOpen(tx, row.id, ["enroll", "resume", "migrate", "retry", "recount", "archive"]);
    await queueOperation(ctx, tx, "delete_journey", {}, row.id);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "journey.delete", row.id, { name: row.name });
  });
  wakeEngine();
}
