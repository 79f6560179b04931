import { and, eq } from "drizzle-orm";
import { newId, type Transaction } from "#db";
import { CREDENTIAL } from "./credential.ts";
import { logins } from "./table.ts";

export async function insertPassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx.insert(logins).values({ id: newId(), userId, accountId: userId, providerId: CREDENTIAL, password: hash });
}

export async function deletePassword(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(logins).where(and(eq(logins.userId, userId), eq(logins.providerId, CREDENTIAL)));
}
