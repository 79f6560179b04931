import { eq, sql } from "drizzle-orm";
import { audit, type Context, requireRole } from "#services";
import { schema } from "#store";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity, SenderIdentityPatch } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

const { senderIdentities } = schema;

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
    const [changed] = await tx
      .update(senderIdentities)
      .set({ name: patch.name, updatedAt: sql`now()` })
      .where(eq(senderIdentities.id, before.id))
      .returning();
    await audit(tx, ctx, "sender-identity.update", before.id, { fields: ["name"] });
    return changed ?? before;
  });
  return viewIdentity(ctx, row);
}
