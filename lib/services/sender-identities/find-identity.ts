import { type Context, notFound, readReference, type Transaction } from "#services";
import { findIdentities, type IdentityRow, lockIdentities } from "#store/sender-identities";

/** By id, key or number; throws `not_found`. */
export async function findIdentity(ctx: Context, reference: string): Promise<IdentityRow> {
  return meant(await findIdentities(ctx.database.orm, ctx.workspaceId, readReference(reference)), reference);
}

export async function lockIdentity(ctx: Context, tx: Transaction, reference: string): Promise<IdentityRow> {
  return meant(await lockIdentities(tx, ctx.workspaceId, readReference(reference)), reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly IdentityRow[], reference: string): IdentityRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (!row) throw notFound("sender identity");
  return row;
}
