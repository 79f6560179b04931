import { wakeEngine } from "#db";
import { referencesOf } from "#engine";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { sayDocuments } from "#services/configuration";
import { deleteAssignedCampaign } from "#store/assigned-campaigns";
import { type CampaignRow, deleteCampaignRow } from "#store/campaigns";
import { raiseEngineRevision } from "#store/engine-config";
import { documentsInUse } from "#store/versions";
import { findCampaign, lockCampaign } from "./find-campaign.ts";

/** Deletes a campaign that is not active; refused while a journey clones it, naming the journeys (R46). */
export async function deleteCampaign(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  const { shared, assigned } = await findCampaign(ctx, reference);
  const { status } = shared ?? assigned;
  if (status === "active") throw conflict("This campaign is active: end it first.", { currentStatus: status });
  if (shared === null) return deleteAssignedCampaign(ctx.database.sql, assigned);
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockCampaign(ctx, tx, shared.id);
    await refuseWhileUsed(ctx, tx, row);
    await deleteCampaignRow(tx, row.id);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "campaign.delete", row.id, { key: row.key });
  });
  wakeEngine();
}

async function refuseWhileUsed(ctx: Context, tx: Transaction, row: CampaignRow): Promise<void> {
  const names = new Set([row.id, row.key, String(row.number)]);
  const uses = (await documentsInUse(tx, ctx.workspaceId)).filter(({ document, pins }) => {
    if (Object.values(pins?.campaigns ?? {}).includes(row.id)) return true;
    return pins === null && referencesOf(document).campaigns.some((name) => names.has(name));
  });
  if (uses.length === 0) return;
  const journeys = [...new Map(uses.map(({ journey }) => [journey.id, journey])).values()];
  throw conflict(`This campaign is cloned by ${sayDocuments(uses).join(", ")}.`, { journeys });
}
