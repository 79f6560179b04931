import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { findDelivery, viewDeliveryDetail } from "./delivery-row.ts";
import type { DeliveryDetail } from "./schema.ts";

/** Sends a failed delivery once more, with a fresh row of attempts; anything else is refused with `conflict`. */
export async function retryDelivery(ctx: Context, id: string): Promise<DeliveryDetail> {
  requireRole(ctx, "editor");
  const row = await findDelivery(ctx, id);
  const retried = await ctx.database.sql`
    update deliveries set status = 'queued', attempts = 0, error = null, next_attempt_at = now(), expires_at = null
    where shard = ${row.shard} and id = ${row.id} and status = 'failed'`;
  if (retried.count === 0) throw conflict(`Only a failed delivery can be retried; this one is ${row.status}.`);
  await audit(ctx.database.orm, ctx, "delivery.retry", row.id);
  wakeEngine();
  return viewDeliveryDetail(await findDelivery(ctx, row.id));
}
