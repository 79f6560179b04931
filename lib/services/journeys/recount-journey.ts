import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { type JourneyRow, lockJourney } from "./find-journey.ts";

/** Counts past conversions again by the goal that is published now; as often as asked. Throws `conflict` without a goal. */
export async function recountJourney(ctx: Context, reference: string): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const id = await ctx.database.orm.transaction(async (tx) => {
    const row = await lockJourney(ctx, tx, reference);
    if (!row.publishedVersionId) throw conflict("This journey was never published, so there is nothing to recount.");
    const operationId = await queueRecount(ctx, tx, row);
    await audit(tx, ctx, "journey.recount", row.id);
    return operationId;
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id) };
}

export function queueRecount(ctx: Context, tx: Transaction, row: JourneyRow): Promise<string> {
  return queueOperation(ctx, tx, "recount", { versionId: row.publishedVersionId }, { journeyId: row.id });
}
