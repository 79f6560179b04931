import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { OfferRow } from "./read.ts";
import { offers } from "./table.ts";

export async function insertOffer(tx: Transaction, row: typeof offers.$inferInsert): Promise<OfferRow> {
  const [created] = await tx.insert(offers).values(row).returning();
  if (!created) throw new Error("the insert returned nothing");
  return created;
}

/** Changes a row that the caller has locked. */
export async function updateOfferRow(
  tx: Transaction,
  id: string,
  changes: { readonly [Column in keyof OfferRow]?: OfferRow[Column] | SQL },
): Promise<OfferRow> {
  const [row] = await tx
    .update(offers)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(offers.id, id))
    .returning();
  if (!row) throw new Error("the locked offer is gone");
  return row;
}

export async function setArchived(tx: Transaction, id: string, isArchived: boolean): Promise<OfferRow> {
  return updateOfferRow(tx, id, { archivedAt: isArchived ? sql`now()` : null });
}

export async function deleteOfferRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(offers).where(eq(offers.id, id));
}
