import { audit, type Context, type Transaction } from "#services";
import { type IdentityRow, verifyIdentityRow } from "#store/sender-identities";

/** Marks a locked identity as verified, and ends its mailed links. One that is verified stays as it is. */
export async function markVerified(
  ctx: Context,
  tx: Transaction,
  row: IdentityRow,
  verifiedBy: NonNullable<IdentityRow["verifiedBy"]>,
): Promise<IdentityRow> {
  if (row.verifiedAt !== null) return row;
  const verified = await verifyIdentityRow(tx, row.id, verifiedBy);
  await audit(tx, ctx, "sender-identity.verify", row.id, { email: row.email, by: verifiedBy });
  return verified;
}
