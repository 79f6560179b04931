import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { requeueDelivery } from "#store/deliveries";
import { findDelivery, viewDeliveryDetail } from "./delivery-row.ts";
import type { DeliveryDetail } from "./schema.ts";

/**
 * Sends a delivery once more: a failed one with a fresh row of attempts, to the person and with the content of now; one
 * of unknown outcome with the very bytes it had (R42). Anything else is refused with `conflict`.
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
