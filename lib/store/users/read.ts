import { and, asc, eq, inArray, isNull, notExists } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { logins } from "../logins/table.ts";
import { members } from "../members/table.ts";
import { users } from "./table.ts";

export type UserRow = typeof users.$inferSelect;
type Account = Pick<UserRow, "id" | "email" | "name" | "hasSecondFactor">;

export async function findUser(orm: Orm | Transaction, id: string): Promise<Account | undefined> {
  const { email, name, hasSecondFactor } = users;
  const [row] = await orm.select({ id: users.id, email, name, hasSecondFactor }).from(users).where(eq(users.id, id));
  return row;
}

export async function findUserByEmail(orm: Orm | Transaction, email: string): Promise<{ id: string } | undefined> {
  const [row] = await orm.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row;
}

export async function hasUsers(tx: Transaction): Promise<boolean> {
  return (await tx.select({ id: users.id }).from(users).limit(1)).length > 0;
}

export async function readUserEmails(orm: Orm, ids: readonly string[]): Promise<Pick<UserRow, "id" | "email">[]> {
  if (ids.length === 0) return [];
  return orm
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, [...ids]));
}

/** The address of the first owner whom nobody invited and who cannot sign in yet. */
export async function findOwnerWithoutLogin(orm: Orm): Promise<string | undefined> {
  const ownLogins = orm.select({ id: logins.id }).from(logins).where(eq(logins.userId, users.id));
  const [user] = await orm
    .select({ email: users.email })
    .from(users)
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.role, "owner"), eq(members.status, "active")))
    .where(and(isNull(users.invitedFrom), notExists(ownLogins)))
    .orderBy(asc(users.createdAt))
    .limit(1);
  return user?.email;
}
