import { type Context, requireRole } from "#services";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { markVerified } from "./verify-identity.ts";
import { viewIdentity } from "./view-identity.ts";

/** Verifies an address on an owner's word alone, which the audit log keeps. */
export async function declareIdentity(ctx: Context, reference: string): Promise<SenderIdentity> {
  requireRole(ctx, "owner");
  const row = await ctx.database.orm.transaction(async (tx) =>
    markVerified(ctx, tx, await lockIdentity(ctx, tx, reference), "declaration"),
  );
  return viewIdentity(ctx, row);
}
