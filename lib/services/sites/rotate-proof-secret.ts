import { randomBytes } from "node:crypto";
import { installationSecret } from "#config";
import { audit, type Context, conflict, requireRole } from "#services";
import { seal, secretFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { rotateProofSecret as putSecret, updateSiteRow } from "#store/sites";
import { findSite, viewSite } from "./find-site.ts";
import type { NewProofSecret, Site } from "./schema.ts";

/**
 * Makes a new secret for a site; the answer is the only place that has it. The one before goes on to count until it is
 * ended, so that backends can change over. A third would end the first unseen, so it is refused.
 */
export async function rotateProofSecret(ctx: Context, id: string): Promise<NewProofSecret> {
  requireRole(ctx, "owner");
  const before = await findSite(ctx, id);
  if (before.formerProofSecret !== null)
    throw conflict("Two secrets count already. End the former one first: DELETE /api/sites/:id/proof-secret.");
  const secret = `ps_${randomBytes(32).toString("base64url")}`;
  const installation = await installationSecret(() => readInstallationSecret(ctx.database.sql));
  const row = await ctx.database.orm.transaction(async (tx) => {
    const changed = await putSecret(tx, before, seal(secretFor(installation, "users"), secret));
    await audit(tx, ctx, "site.rotate_proof_secret", before.id);
    return changed;
  });
  return { ...(await viewSite(ctx, row ?? before)), secret };
}

/** Ends the former secret: what was proved with it is refused within seconds. */
export async function endFormerProofSecret(ctx: Context, id: string): Promise<Site> {
  requireRole(ctx, "owner");
  const before = await findSite(ctx, id);
  const row = await updateSiteRow(ctx.database.orm, before, { formerProofSecret: null });
  await audit(ctx.database.orm, ctx, "site.end_proof_secret", before.id);
  return viewSite(ctx, row ?? before);
}
