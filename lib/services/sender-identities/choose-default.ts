import { audit, type Context, conflict, requireRole } from "#services";
import { updateWorkspaceRow } from "#store/workspaces";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

/** Lets steps without a sender of their own send from this address: it becomes `defaultFrom` of the workspace. */
export async function chooseDefault(ctx: Context, reference: string): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const identity = await lockIdentity(ctx, tx, reference);
    if (identity.verifiedAt === null) throw conflict(`${identity.email} is not verified yet.`);
    await updateWorkspaceRow(tx, ctx.workspaceId, { settings: { defaultFrom: identity.email } });
    await audit(tx, ctx, "sender-identity.default", identity.id, { email: identity.email });
    return identity;
  });
  return viewIdentity(ctx, row);
}
