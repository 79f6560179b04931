import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { settleUnknown } from "#store/deliveries";
import { appendSignals } from "#store/inbox";
import { findDelivery, viewDeliveryDetail } from "./delivery-row.ts";
import type { DeliveryDetail, SettleInput } from "./schema.ts";

/** Sets the outcome of a delivery whose outcome is unknown (R42); throws `conflict` for all others. */
export async function settleDelivery(ctx: Context, id: string, { sent }: SettleInput): Promise<DeliveryDetail> {
  requireRole(ctx, "editor");
  const row = await findDelivery(ctx, id);
  await ctx.database.sql.begin(async (sql) => {
    if (!(await settleUnknown(sql, row, sent)))
      throw conflict(`Only a delivery of unknown outcome can be settled; this one is ${row.status}.`);
    if (sent) return;
    const { workspace_id: workspaceId, person_id: personId, enrollment_id: enrollmentId, node_id: nodeId, visit } = row;
    const payload = { kind: "delivery", enrollmentId, nodeId, visit, outcome: "failed", error: row.error ?? "" };
    await appendSignals(sql, [{ workspaceId, personId, kind: "delivery", payload }]);
  });
  await audit(ctx.database.orm, ctx, "delivery.settle", row.id, { sent });
  wakeEngine();
  return viewDeliveryDetail(await findDelivery(ctx, row.id));
}
