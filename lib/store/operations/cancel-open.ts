import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { operations } from "./table.ts";

/**
 * Cancels open operations of a journey that a change makes pointless, for example the resume of people who are held
 * again.
 */
export async function cancelOpen(tx: Transaction, journeyId: string, kinds: readonly string[]): Promise<void> {
  await tx
    .update(operations)
    .set({ status: "cancelled", finishedAt: sql`now()` })
    .where(
      and(
        eq(operations.journeyId, journeyId),
        inArray(operations.kind, [...kinds]),
        inArray(operations.status, ["waiting", "running"]),
      ),
    );
}
