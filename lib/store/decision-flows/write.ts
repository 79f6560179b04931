import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { FlowRow } from "./read.ts";
import { decisionFlows } from "./table.ts";

export async function insertFlow(tx: Transaction, row: typeof decisionFlows.$inferInsert): Promise<FlowRow> {
  const [created] = await tx.insert(decisionFlows).values(row).returning();
  if (!created) throw new Error("the insert returned nothing");
  return created;
}

/** Changes a row that the caller has locked. */
export async function updateFlowRow(
  tx: Transaction,
  id: string,
  changes: { readonly [Column in keyof FlowRow]?: FlowRow[Column] | SQL },
): Promise<FlowRow> {
  const [row] = await tx
    .update(decisionFlows)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(decisionFlows.id, id))
    .returning();
  if (!row) throw new Error("the locked decision flow is gone");
  return row;
}

export async function setArchived(tx: Transaction, id: string, isArchived: boolean): Promise<FlowRow> {
  return updateFlowRow(tx, id, { archivedAt: isArchived ? sql`now()` : null });
}

export async function deleteFlowRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(decisionFlows).where(eq(decisionFlows.id, id));
}
