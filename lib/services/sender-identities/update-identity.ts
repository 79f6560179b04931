import { audit, type Context, requireRole } from "#services";
import { renameIdentity } from "#store/sender-identities";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity, SenderIdentityPatch } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

/** Changes the name that recipients see; messages rendered from now on carry it. */
export async function updateIdentity(
  ctx: Context,
  reference: string,
  patch: SenderIdentityPatch,
): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockIdentity(ctx, tx, reference);
    if (patch.name === undefined) return before;
    const changed = await renameIdentity(tx, before.id, patch.name);
    await audit(tx, ctx, "sender-identity.update", before.id, { fields: ["name"] });
    return changed;
  });
  return viewIdentity(ctx, row);
}
