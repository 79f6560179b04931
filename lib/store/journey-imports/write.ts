import { and, eq, sql } from "drizzle-orm";
import { newId, type Transaction } from "#db";
import { journeyImports } from "./table.ts";

type ImportRow = typeof journeyImports.$inferSelect;
type Key = Pick<ImportRow, "workspaceId" | "product" | "foreignId">;
type Stored = Pick<ImportRow, "document" | "ids" | "messages" | "report" | "importedBy">;

/** The last import of a journey of another product, locked until the transaction ends. */
export async function lockJourneyImport(
  tx: Transaction,
  { workspaceId, product, foreignId }: Key,
): Promise<ImportRow | undefined> {
  const [last] = await tx
    .select()
    .from(journeyImports)
    .where(
      and(
        eq(journeyImports.workspaceId, workspaceId),
        eq(journeyImports.product, product),
        eq(journeyImports.foreignId, foreignId),
      ),
    )
    .for("update");
  return last;
}

export async function insertJourneyImport(
  tx: Transaction,
  row: Key & Stored & Pick<ImportRow, "journeyId">,
): Promise<void> {
  await tx.insert(journeyImports).values({ ...row, id: newId() });
}

/** Notes that it was imported once more. */
export async function updateJourneyImport(tx: Transaction, id: string, stored: Stored): Promise<void> {
  await tx
    .update(journeyImports)
    .set({ ...stored, times: sql`${journeyImports.times} + 1`, updatedAt: sql`now()` })
    .where(eq(journeyImports.id, id));
}
