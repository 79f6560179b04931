import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { journeys } from "./table.ts";

/** Archives all journeys of a workspace that is removed, so that the engine stops running them; returns their ids. */
export async function archiveAll(tx: Transaction, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .update(journeys)
    .set({ status: "archived", epoch: sql`${journeys.epoch} + 1`, pauseMode: null })
    .where(eq(journeys.workspaceId, workspaceId))
    .returning({ id: journeys.id });
  return rows.map(({ id }) => id);
}

export async function deleteJourneys(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.delete(journeys).where(eq(journeys.workspaceId, workspaceId));
}
