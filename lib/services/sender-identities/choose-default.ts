import { eq, sql } from "drizzle-orm";
import { audit, type Context, conflict, requireRole } from "#services";
import { schema } from "#store";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

const { workspaces } = schema;

/** Lets steps without a sender of their own send from this address: it becomes `defaultFrom` of the workspace. */
export async function chooseDefault(ctx: Context, reference: string): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const identity = await lockIdentity(ctx, tx, reference);
    if (identity.verifiedAt === null) throw conflict(`${identity.email} is not verified yet.`);
    await tx
      .update(workspaces)
      .set({
        settings: sql`${workspaces.settings} || ${JSON.stringify({ defaultFrom: identity.email })}::jsonb`,
        updatedAt: sql`now()`,
      })
      .where(eq(workspaces.id, ctx.workspaceId));
    await audit(tx, ctx, "sender-identity.default", identity.id, { email: identity.email });
    return identity;
  });
  return viewIdentity(ctx, row);
}
