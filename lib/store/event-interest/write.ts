import { eq } from "drizzle-orm";
import type { Transaction } from "#db";
import { eventInterest } from "./table.ts";

export async function deleteInterest(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.delete(eventInterest).where(eq(eventInterest.workspaceId, workspaceId));
}
