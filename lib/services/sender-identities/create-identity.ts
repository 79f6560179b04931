import { newId } from "#db";
import { audit, type Context, conflict, invalidField, lockNames, requireRole, slugOf, takeKey } from "#services";
import { insertIdentity, readIdentityNames } from "#store/sender-identities";
import type { NewSenderIdentity, SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

/** Sending reads all verified ones of a workspace. */
const MOST = 500;

/** Adds an address, which nothing is sent from until it is verified. */
export async function createIdentity(ctx: Context, input: NewSenderIdentity): Promise<SenderIdentity> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const row = await ctx.database.orm.transaction(async (tx) => {
    await lockNames(ctx, tx, "sender identity");
    const rows = await readIdentityNames(tx, workspaceId);
    if (rows.length >= MOST) throw conflict(`A workspace has at most ${MOST} sender identities.`);
    const names = free(rows, input);
    const created = await insertIdentity(tx, { id: newId(), workspaceId, name: input.name ?? null, ...names });
    await audit(tx, ctx, "sender-identity.create", created.id, { email: created.email });
    return created;
  });
  return viewIdentity(ctx, row);
}

type Names = { readonly key: string; readonly number: number; readonly email: string };

/** The asked-for names if they are free, else free ones. */
function free(rows: readonly Names[], { email, key, number }: NewSenderIdentity): Names {
  if (rows.some((row) => row.email === email)) throw invalidField(["email"], `${email} is a sender identity already`);
  const chosen = takeKey(key, slugOf(email, "sender"), new Set(rows.map((row) => row.key)));
  if (number !== undefined && rows.some((row) => row.number === number))
    throw invalidField(["number"], `The number ${number} is taken`);
  return {
    email,
    key: chosen,
    number: number ?? Math.max(0, ...rows.map((row) => row.number)) + 1,
  };
}
