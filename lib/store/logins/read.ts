import { and, eq, ne } from "drizzle-orm";
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

/** Whether a user can sign in by themselves: with a password, or by an identity provider. */
export async function hasLogin(orm: Orm | Transaction, userId: string): Promise<boolean> {
  const [row] = await orm.select({ id: logins.id }).from(logins).where(eq(logins.userId, userId)).limit(1);
  return row !== undefined;
}

/** Whether a user signs in by an identity provider. */
export async function hasSignOn(orm: Orm | Transaction, userId: string): Promise<boolean> {
  const isOther = and(eq(logins.userId, userId), ne(logins.providerId, CREDENTIAL));
  return (await orm.select({ id: logins.id }).from(logins).where(isOther).limit(1)).length > 0;
}

/** The user whom an identity provider knows as this subject. */
export async function findSignOn(
  orm: Orm | Transaction,
  issuer: string,
  subject: string,
): Promise<{ readonly userId: string } | undefined> {
  const [row] = await orm
    .select({ userId: logins.userId })
    .from(logins)
    .where(and(eq(logins.providerId, issuer), eq(logins.accountId, subject)))
    .limit(1);
  return row;
}
