import { randomBytes } from "node:crypto";
import { audit, type Context, conflict, requireRole } from "#services";
import { queueLink } from "#store/sender-identities";
import { lockIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

/** Has a link mailed to the address; the person who opens it there shows that the address is theirs. Links before it stop working. */
export async function requestLink(ctx: Context, reference: string): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const identity = await lockIdentity(ctx, tx, reference);
    if (identity.verifiedAt !== null) throw conflict(`${identity.email} is verified already.`);
    const asked = await queueLink(tx, identity.id, randomBytes(18).toString("base64url"));
    await audit(tx, ctx, "sender-identity.link", identity.id, { email: identity.email });
    return asked;
  });
  return viewIdentity(ctx, row);
}
