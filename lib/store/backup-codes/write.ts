import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { backupCodes } from "./table.ts";

/** How many codes of a user are left. */
export async function countBackupCodes(orm: Orm | Transaction, userId: string): Promise<number> {
  const [row] = await orm
    .select({ left: count() })
    .from(backupCodes)
    .where(and(eq(backupCodes.userId, userId), isNull(backupCodes.usedAt)));
  return row?.left ?? 0;
}

/** The codes of a user are these from now on; none of them, if the list is empty. */
export async function replaceBackupCodes(tx: Transaction, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
  if (hashes.length > 0) await tx.insert(backupCodes).values(hashes.map((hash) => ({ userId, hash })));
}

/** Whether the user had this code, which now counts no more. */
export async function spendBackupCode(orm: Orm | Transaction, userId: string, hash: string): Promise<boolean> {
  const spent = await orm
    .update(backupCodes)
    .set({ usedAt: sql`now()` })
    .where(and(eq(backupCodes.userId, userId), eq(backupCodes.hash, hash), isNull(backupCodes.usedAt)))
    .returning({ hash: backupCodes.hash });
  return spent.length > 0;
}
