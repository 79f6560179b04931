import { and, eq } from "drizzle-orm";
import { newId, type Transaction } from "#db";
import { CREDENTIAL } from "./credential.ts";
import { logins } from "./table.ts";

export async function insertPassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx.insert(logins).values({ id: newId(), userId, accountId: userId, providerId: CREDENTIAL, password: hash });
}

export async function replacePassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx
    .update(logins)
    .set({ password: hash, updatedAt: new Date() })
    .where(and(eq(logins.userId, userId), eq(logins.providerId, CREDENTIAL)));
}

/** The user signs in by an identity provider from now on, too. */
export async function insertSignOn(tx: Transaction, userId: string, issuer: string, subject: string): Promise<void> {
  await tx.insert(logins).values({ id: newId(), userId, accountId: subject, providerId: issuer });
}

/** The user can sign in by nothing of their own any more. */
export async function deleteLogins(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(logins).where(eq(logins.userId, userId));
}
