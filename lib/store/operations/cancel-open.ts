import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { operations } from "./table.ts";

/** Ends open work of a journey that the change at hand makes pointless, e.g. handing on people who are held again. */
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
