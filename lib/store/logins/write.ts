import { newId, type Transaction } from "#db";
import { CREDENTIAL } from "./credential.ts";
import { logins } from "./table.ts";

export async function insertPassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx.insert(logins).values({ id: newId(), userId, accountId: userId, providerId: CREDENTIAL, password: hash });
}
