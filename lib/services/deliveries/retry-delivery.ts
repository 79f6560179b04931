import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { requeueDelivery } from "#store/deliveries";
import { findDelivery, viewDeliveryDetail } from "./delivery-row.ts";
import type { DeliveryDetail } from "./schema.ts";

/**
 * Retries a delivery: a failed one with new attempts, the current person and the current content; one of unknown
 * outcome with exactly the same bytes (R42). Throws `conflict` for all others.
 */
export async function retryDelivery(ctx: Context, id: string): Promise<DeliveryDetail> {
  requireRole(ctx, "editor");
  const row = await findDelivery(ctx, id);
  if (!(await requeueDelivery(ctx.database.sql, row)))
    throw conflict(`Only a failed delivery can be retried; this one is ${row.status}.`);
  await audit(ctx.database.orm, ctx, "delivery.retry", row.id);
  wakeEngine();
  return viewDeliveryDetail(await findDelivery(ctx, row.id));
}
