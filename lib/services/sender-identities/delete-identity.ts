import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { sayDocuments } from "#services/configuration";
import { deleteIdentityRow, type IdentityRow } from "#store/sender-identities";
import { documentsInUse } from "#store/versions";
import { addressOf, defaultAddress } from "./default-address.ts";
import { lockIdentity } from "./find-identity.ts";

/** Removes an address; refused while a journey or the workspace names it, with the names of what does. */
export async function deleteIdentity(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockIdentity(ctx, tx, reference);
    const uses = await usesOf(ctx, tx, row);
    if (uses.length > 0) throw conflict(`${row.email} is used by ${uses.join(", ")}.`, { uses });
    await deleteIdentityRow(tx, row.id);
    await audit(tx, ctx, "sender-identity.delete", row.id, { email: row.email });
  });
}

/** What sends from this address: `the default of the workspace, version 2 of Welcome`. */
async function usesOf(ctx: Context, tx: Transaction, { email }: IdentityRow): Promise<string[]> {
  const [byDefault, documents] = await Promise.all([defaultAddress(ctx, tx), documentsInUse(tx, ctx.workspaceId)]);
  const using = documents.filter(({ document }) =>
    document.nodes.some(({ config }) => addressOf(config.fromIdentityEmail) === email),
  );
  return [...(byDefault === email ? ["the default of the workspace"] : []), ...sayDocuments(using)];
}
