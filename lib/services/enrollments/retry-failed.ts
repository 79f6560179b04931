import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import type { RetryFailedInput } from "./schema.ts";

/**
 * Retries all failed enrollments of a journey, or those that failed at one step; throws `conflict` for an archived
 * journey.
 */
export async function retryFailed(
  ctx: Context,
  journeyReference: string,
  input: RetryFailedInput,
): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, journeyReference);
  if (journey.status === "archived") throw conflict("The journey is archived; its enrollments stay ended.");
  const id = await ctx.database.orm.transaction(async (tx) => {
    await audit(tx, ctx, "journey.retry_failed", journey.id, { ...input });
    return queueOperation(ctx, tx, "retry", { ...input }, { journeyId: journey.id });
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id) };
}
