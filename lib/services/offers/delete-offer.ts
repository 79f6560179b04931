import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { findFlowsWithOffer } from "#store/decision-flows";
import { raiseEngineRevision } from "#store/engine-config";
import { deleteOfferRow } from "#store/offers";
import { lockOffer } from "./find-offer.ts";

/** Deletes an offer; refused while a decision flow names it (R46). */
export async function deleteOffer(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockOffer(ctx, tx, reference);
    const flows = await findFlowsWithOffer(tx, ctx.workspaceId, row.id);
    if (flows.length > 0) {
      const names = flows.map(({ name }) => `the decision flow ${name}`).join(", ");
      throw conflict(`This offer is used by ${names}.`, { decisionFlows: flows });
    }
    await deleteOfferRow(tx, row.id);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "offer.delete", row.id, { key: row.key });
  });
  wakeEngine();
}
