import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { totpSecrets } from "./table.ts";

/** Stores a secret that no code has confirmed yet; one that is confirmed stays. Whether it was stored. */
export async function putTotpSecret(tx: Transaction, userId: string, secret: string): Promise<boolean> {
  const put = await tx
    .insert(totpSecrets)
    .values({ userId, secret })
    .onConflictDoUpdate({
      target: totpSecrets.userId,
      set: { secret, lastStep: null, createdAt: sql`now()` },
      setWhere: isNull(totpSecrets.confirmedAt),
    })
    .returning({ userId: totpSecrets.userId });
  return put.length > 0;
}

export async function confirmTotpSecret(tx: Transaction, userId: string): Promise<void> {
  await tx.update(totpSecrets).set({ confirmedAt: sql`now()` }).where(eq(totpSecrets.userId, userId));
}

/** Takes the code of a step if no code of it, or of a later one, was taken before. */
export async function takeTotpStep(orm: Orm | Transaction, userId: string, step: number): Promise<boolean> {
  const isFresh = or(isNull(totpSecrets.lastStep), lt(totpSecrets.lastStep, step));
  const taken = await orm
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(eq(totpSecrets.userId, userId), isFresh))
    .returning({ userId: totpSecrets.userId });
  return taken.length > 0;
}

export async function deleteTotpSecret(tx: Transaction, userId: string): Promise<boolean> {
  const gone = await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId)).returning({ id: totpSecrets.userId });
  return gone.length > 0;
}
