import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { audit, type Context, conflict, requireRole } from "#services";
import { schema } from "#store";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

const { senderIdentities } = schema;

/** Has a link mailed to the address; whoever opens it there shows that the address is theirs. Links before it stop working. */
export async function requestLink(ctx: Context, reference: string): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const identity = await lockIdentity(ctx, tx, reference);
    if (identity.verifiedAt !== null) throw conflict(`${identity.email} is verified already.`);
    const [asked] = await tx
      .update(senderIdentities)
      .set({
        linkNonce: randomBytes(18).toString("base64url"),
        // Whole milliseconds, because the signature covers the time as JavaScript reads it.
        linkExpiresAt: sql`date_trunc('milliseconds', now() + interval '2 days')`,
        linkStatus: "queued",
        linkDueAt: sql`now()`,
        linkAttempts: 0,
        linkError: null,
        updatedAt: sql`now()`,
      })
      .where(eq(senderIdentities.id, identity.id))
      .returning();
    await audit(tx, ctx, "sender-identity.link", identity.id, { email: identity.email });
    return asked ?? identity;
  });
  return viewIdentity(ctx, row);
}
