import { wakeEngine } from "#db";
import { endDueAssigned, startDueAssigned } from "#store/assigned-campaigns";
import { endDueCampaigns, startDueCampaigns, startProperties } from "#store/campaigns";
import { logEvent } from "#store/events";
import type { Runtime } from "../runtime.ts";

/**
 * Starts and ends campaigns whose time has come. Each start commits with what it causes: the operation of a public
 * campaign, the event of a private one. Returns whether there was any.
 */
export async function runCampaigns({ database, clock }: Runtime): Promise<boolean> {
  const now = clock.kind === "virtual" ? clock.at.toISOString() : null;
  const { sql } = database;
  const started = (await startDueCampaigns(sql, now)) + (await startPrivate(database, now));
  const ended = (await endDueCampaigns(sql, now)) + (await endDueAssigned(sql, now));
  if (started > 0) wakeEngine();
  return started + ended > 0;
}

async function startPrivate({ sql }: Runtime["database"], now: string | null): Promise<number> {
  return await sql.begin(async (tx) => {
    const campaigns = await startDueAssigned(tx, now);
    for (const { id, workspaceId, personId, number, name, contentId, templateId } of campaigns) {
      const started = startProperties({ id, key: id, number, name, kind: "private", contentId });
      const properties = { ...started, templateId };
      await logEvent(tx, { workspaceId, personId, name: "campaign.private.started", properties });
    }
    return campaigns.length;
  });
}
