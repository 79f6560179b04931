import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { JourneyRow } from "./read.ts";
import { journeys } from "./table.ts";

export type JourneyChange = Partial<typeof journeys.$inferInsert>;

export async function insertJourneyRow(tx: Transaction, row: typeof journeys.$inferInsert): Promise<JourneyRow> {
  const [created] = await tx.insert(journeys).values(row).returning();
  if (!created) throw new Error("the insert returned nothing");
  return created;
}

/** Changes a journey that the caller has locked. */
export async function updateJourneyRow(tx: Transaction, id: string, change: JourneyChange): Promise<JourneyRow> {
  const [row] = await tx
    .update(journeys)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(journeys.id, id))
    .returning();
  if (!row) throw new Error("the locked journey is gone");
  return row;
}

/** Shows the conversions of a goal from now on; this is no change of the journey. */
export async function setCounted(tx: Transaction, id: string, countedRevision: string | null): Promise<void> {
  await tx.update(journeys).set({ countedRevision }).where(eq(journeys.id, id));
}
