import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#services";
import { schema } from "#store";

/** Ends open work of a journey that the change at hand makes pointless, e.g. handing on people who are held again. */
export async function cancelOpen(tx: Transaction, journeyId: string, kinds: readonly string[]): Promise<void> {
  const { operations } = schema;
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
