import { and, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { passkeys } from "./table.ts";

/** Whether it was added: an authenticator has each passkey once. */
export async function insertPasskey(tx: Transaction, passkey: typeof passkeys.$inferInsert): Promise<boolean> {
  const made = await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning({ id: passkeys.id });
  return made.length > 0;
}

/** Notes a use, with the authenticator's own count. */
export async function notePasskeyUse(orm: Orm | Transaction, id: string, counter: number): Promise<void> {
  await orm.update(passkeys).set({ counter, lastUsedAt: sql`now()` }).where(eq(passkeys.id, id));
}

/** The name of the user's passkey that was taken away; `undefined`: they have none with this id. */
export async function deletePasskey(tx: Transaction, userId: string, id: string): Promise<string | undefined> {
  const [gone] = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
    .returning({ name: passkeys.name });
  return gone?.name;
}

export async function deletePasskeys(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.userId, userId));
}
