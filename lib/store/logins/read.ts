import { and, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { users } from "../users/table.ts";
import { CREDENTIAL } from "./credential.ts";
import { logins } from "./table.ts";

/** The user with this address, with the hash of their password. */
export async function findPasswordByEmail(
  orm: Orm,
  email: string,
): Promise<{ userId: string; hash: string | null } | undefined> {
  const [row] = await orm
    .select({ userId: users.id, hash: logins.password })
    .from(users)
    .innerJoin(logins, and(eq(logins.userId, users.id), eq(logins.providerId, CREDENTIAL)))
    .where(eq(users.email, email));
  return row;
}

export async function hasPassword(orm: Orm | Transaction, userId: string): Promise<boolean> {
  const [row] = await orm
    .select({ id: logins.id })
    .from(logins)
    .where(and(eq(logins.userId, userId), eq(logins.providerId, CREDENTIAL)))
    .limit(1);
  return row !== undefined;
}
