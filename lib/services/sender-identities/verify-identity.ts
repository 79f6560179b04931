import { eq, sql } from "drizzle-orm";
import { audit, type Context, type Transaction } from "#services";
import { schema } from "#store";
import type { IdentityRow } from "./find-identity.ts";

const { senderIdentities } = schema;

/** Marks a locked identity as verified, and ends its mailed links. One that is verified stays as it is. */
export async function markVerified(
  ctx: Context,
  tx: Transaction,
  row: IdentityRow,
  verifiedBy: NonNullable<IdentityRow["verifiedBy"]>,
): Promise<IdentityRow> {
  if (row.verifiedAt !== null) return row;
  const [verified] = await tx
    .update(senderIdentities)
    .set({
      verifiedAt: sql`now()`,
      verifiedBy,
      linkNonce: null,
      linkStatus: null,
      linkDueAt: null,
      linkError: null,
      updatedAt: sql`now()`,
    })
    .where(eq(senderIdentities.id, row.id))
    .returning();
  await audit(tx, ctx, "sender-identity.verify", row.id, { email: row.email, by: verifiedBy });
  return verified ?? row;
}
