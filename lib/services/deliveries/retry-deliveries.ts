import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { requeueFailed } from "#store/deliveries";
import type { Retried, RetryInput } from "./schema.ts";

/** So many of each shard are queued again by one call. */
const PER_SHARD = 200;

/** Queues failed messages again, all or those of a journey or a channel, as `retryDelivery` does with one. */
export async function retryDeliveries(ctx: Context, { journeyId, channel }: RetryInput): Promise<Retried> {
  requireRole(ctx, "editor");
  const journey = journeyId === undefined ? null : await findJourney(ctx, journeyId);
  const filter = { workspaceId: ctx.workspaceId, journeyId: journey?.id ?? null, channel: channel ?? null };
  const { retried, full } = await requeueFailed(ctx.database.sql, filter, PER_SHARD);
  const of = { journeyId: filter.journeyId, channel: filter.channel, retried };
  await audit(ctx.database.orm, ctx, "delivery.retry_all", ctx.workspaceId, of);
  wakeEngine();
  return { retried, more: full };
}
