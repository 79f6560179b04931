import { and, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { splitAllocations } from "./table.ts";

type Allocation = typeof splitAllocations.$inferSelect;
type Split = Pick<Allocation, "journeyId" | "nodeId">;

/** Learned and promoted shares of a journey's splits. */
export async function readAllocations(orm: Orm | Transaction, journeyId: string): Promise<Allocation[]> {
  return await orm.select().from(splitAllocations).where(eq(splitAllocations.journeyId, journeyId));
}

/** Stores a promoted winner, in place of shares that were learned or promoted before. */
export async function upsertPromotion(
  tx: Transaction,
  split: Split & Pick<Allocation, "workspaceId">,
  promotion: Pick<Allocation, "basis" | "weights" | "edgeId">,
): Promise<void> {
  const values = { ...promotion, source: "promoted" as const, at: sql`clock_timestamp()`, checkedAt: null };
  await tx
    .insert(splitAllocations)
    .values({ ...split, ...values })
    .onConflictDoUpdate({ target: [splitAllocations.journeyId, splitAllocations.nodeId], set: values });
}

/** Discards a promotion and returns it; `undefined`: there is none. */
export async function deletePromotion(tx: Transaction, { journeyId, nodeId }: Split): Promise<Allocation | undefined> {
  const [gone] = await tx
    .delete(splitAllocations)
    .where(
      and(
        eq(splitAllocations.journeyId, journeyId),
        eq(splitAllocations.nodeId, nodeId),
        eq(splitAllocations.source, "promoted"),
      ),
    )
    .returning();
  return gone;
}
