import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { PlanRow } from "./read.ts";
import { plans } from "./table.ts";

export async function insertPlan(tx: Transaction, plan: typeof plans.$inferInsert): Promise<void> {
  await tx.insert(plans).values(plan);
}

type Decision = Pick<PlanRow, "status" | "outcome" | "decidedBy">;

/** Decides a plan if it is pending; false: of two who decide at once, somebody else was first. */
export async function decidePlan(
  tx: Transaction,
  { workspaceId, id }: Pick<PlanRow, "workspaceId" | "id">,
  decision: Decision,
): Promise<boolean> {
  const decided = await tx
    .update(plans)
    .set({ ...decision, decidedAt: sql`now()` })
    .where(and(eq(plans.workspaceId, workspaceId), eq(plans.id, id), eq(plans.status, "pending")))
    .returning({ id: plans.id });
  return decided.length > 0;
}

/** Makes the pending plans of a journey void that the same caller handed in before. */
export async function voidOlderPlans(
  tx: Transaction,
  { workspaceId, journeyId, proposedBy }: Pick<PlanRow, "workspaceId" | "journeyId" | "proposedBy">,
  note: string,
): Promise<void> {
  const older = and(
    eq(plans.workspaceId, workspaceId),
    eq(plans.journeyId, journeyId),
    eq(plans.proposedBy, proposedBy),
    eq(plans.status, "pending"),
  );
  await tx.update(plans).set({ status: "void", outcome: { note } }).where(older);
}
