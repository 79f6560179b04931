import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { broadcasts } from "./table.ts";

export async function insertBroadcastRow(tx: Transaction, row: typeof broadcasts.$inferInsert): Promise<void> {
  await tx.insert(broadcasts).values(row);
}

/** Marks a broadcast as stopped; false: it was not open. */
export async function stopBroadcastRow(tx: Transaction, id: string): Promise<boolean> {
  const stopped = await tx
    .update(broadcasts)
    .set({ status: "stopped", finishedAt: sql`now()` })
    .where(and(eq(broadcasts.id, id), eq(broadcasts.status, "open")))
    .returning({ id: broadcasts.id });
  return stopped.length > 0;
}
