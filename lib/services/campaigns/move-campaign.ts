import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { queueOperation } from "#services/operations";
import { type AssignedCampaign, moveAssignedCampaign } from "#store/assigned-campaigns";
import { type CampaignRow, moveCampaignRow, startProperties } from "#store/campaigns";
import { logEvent } from "#store/events";
import { findCampaign, lockCampaign, viewAssigned, viewCampaign } from "./find-campaign.ts";
import type { Campaign } from "./schema.ts";

type Move = "start" | "end";

/** The states from which a campaign starts and ends. */
const FROM: Readonly<Record<Move, readonly CampaignRow["status"][]>> = { start: ["draft"], end: ["draft", "active"] };

/** Starts a campaign, which emits its event for the people that it is for, or ends it; throws `conflict` otherwise. */
export async function moveCampaign(ctx: Context, reference: string, move: Move): Promise<Campaign> {
  requireRole(ctx, "editor");
  const { shared, assigned } = await findCampaign(ctx, reference);
  const moved = shared === null ? await moveAssigned(ctx, assigned, move) : await moveShared(ctx, shared.id, move);
  wakeEngine();
  return moved;
}

/** The operation that tells people commits with the new status. */
async function moveShared(ctx: Context, id: string, move: Move): Promise<Campaign> {
  return ctx.database.orm.transaction(async (tx) => {
    const { status, isTemplate, segmentId } = await lockCampaign(ctx, tx, id);
    if (isTemplate) throw conflict("A template does not start or end; its clones do.", { currentStatus: status });
    if (!FROM[move].includes(status)) throw illegal(move, status);
    const row = await moveCampaignRow(tx, id, move);
    const people = segmentId === null ? {} : { segmentId };
    if (move === "start") await queueOperation(ctx, tx, "start_campaign", { campaignId: id, ...people });
    await audit(tx, ctx, `campaign.${move}`, id, { from: status });
    return viewCampaign(row);
  });
}

async function moveAssigned(ctx: Context, { shard, id, status }: AssignedCampaign, move: Move): Promise<Campaign> {
  return ctx.database.sql.begin(async (sql) => {
    const row = await moveAssignedCampaign(sql, { shard, id }, FROM[move], move === "start" ? "active" : "ended");
    if (row === undefined) throw illegal(move, status);
    if (move === "start") {
      const { workspaceId, personId, number, name, contentId, templateId } = row;
      const started = startProperties({ id, key: id, number, name, kind: "private", contentId });
      const properties = { ...started, templateId };
      await logEvent(sql, { workspaceId, personId, name: "campaign.private.started", properties });
    }
    return viewAssigned(row);
  });
}

const illegal = (move: Move, status: string) =>
  conflict(`Cannot ${move} this campaign: it is ${status}.`, { currentStatus: status });
