import { and, arrayContains, eq } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { lockOffer } from "./find-offer.ts";

const { offers, decisionFlows } = schema;

/** Deletes an offer; refused while a decision flow names it (R46). */
export async function deleteOffer(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockOffer(ctx, tx, reference);
    const flows = await tx
      .select({ id: decisionFlows.id, key: decisionFlows.key, name: decisionFlows.name })
      .from(decisionFlows)
      .where(and(eq(decisionFlows.workspaceId, ctx.workspaceId), arrayContains(decisionFlows.offerIds, [row.id])));
    if (flows.length > 0) {
      const names = flows.map(({ name }) => `the decision flow ${name}`).join(", ");
      throw conflict(`This offer is used by ${names}.`, { decisionFlows: flows });
    }
    await tx.delete(offers).where(eq(offers.id, row.id));
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "offer.delete", row.id, { key: row.key });
  });
  wakeEngine();
}
