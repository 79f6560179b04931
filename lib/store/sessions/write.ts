import { eq } from "drizzle-orm";
import type { Transaction } from "#db";
import { sessions } from "./table.ts";

/** Signs a user out everywhere. */
export async function deleteSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}
