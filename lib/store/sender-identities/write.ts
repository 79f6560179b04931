import { eq, type SQL, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { IdentityRow } from "./read.ts";
import { senderIdentities } from "./table.ts";

export async function insertIdentity(
  orm: Orm | Transaction,
  identity: typeof senderIdentities.$inferInsert,
): Promise<IdentityRow> {
  const [row] = await orm.insert(senderIdentities).values(identity).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

export async function renameIdentity(tx: Transaction, id: string, name: string | null): Promise<IdentityRow> {
  return change(tx, id, { name });
}

/** Queues the mail with a new link that works for two days; links before it stop working. */
export async function queueLink(tx: Transaction, id: string, linkNonce: string): Promise<IdentityRow> {
  return change(tx, id, {
    linkNonce,
    // Whole milliseconds, because the signature covers the time as JavaScript reads it.
    linkExpiresAt: sql`date_trunc('milliseconds', now() + interval '2 days')`,
    linkStatus: "queued",
    linkDueAt: sql`now()`,
    linkAttempts: 0,
    linkError: null,
  });
}

/** Marks an identity as verified, and ends its links. */
export async function verifyIdentityRow(
  tx: Transaction,
  id: string,
  verifiedBy: NonNullable<IdentityRow["verifiedBy"]>,
): Promise<IdentityRow> {
  const ended = { linkNonce: null, linkStatus: null, linkDueAt: null, linkError: null };
  return change(tx, id, { verifiedAt: sql`now()`, verifiedBy, ...ended });
}

export async function deleteIdentityRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(senderIdentities).where(eq(senderIdentities.id, id));
}

type Changes = { readonly [Column in keyof IdentityRow]?: IdentityRow[Column] | SQL };

/** Changes a row that the caller has locked. */
async function change(tx: Transaction, id: string, changes: Changes): Promise<IdentityRow> {
  const [row] = await tx
    .update(senderIdentities)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(senderIdentities.id, id))
    .returning();
  if (!row) throw new Error("the locked sender identity is gone");
  return row;
}
