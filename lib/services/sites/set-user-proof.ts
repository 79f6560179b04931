import { audit, type Context, invalidField, requireRole } from "#services";
import { updateSiteRow } from "#store/sites";
import { findSite, viewSite } from "./find-site.ts";
import type { Site, UserProofInput } from "./schema.ts";

/** Says whether pages of a site have to prove user ids. Without a secret nobody could, so there has to be one before. */
export async function setUserProof(ctx: Context, id: string, { mode }: UserProofInput): Promise<Site> {
  requireRole(ctx, "owner");
  const before = await findSite(ctx, id);
  if (mode !== "off" && before.proofSecret === null)
    throw invalidField(["mode"], "Make a proof secret first: without one no user id can be proved");
  const row = await updateSiteRow(ctx.database.orm, before, { userProof: mode });
  await audit(ctx.database.orm, ctx, "site.user_proof", before.id, { mode });
  return viewSite(ctx, row ?? before);
}
