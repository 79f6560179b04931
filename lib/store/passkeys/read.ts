import { asc, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { passkeys } from "./table.ts";

export type PasskeyRow = typeof passkeys.$inferSelect;

/** The passkeys of a user, in the order they were added. */
export async function readPasskeys(orm: Orm | Transaction, userId: string): Promise<PasskeyRow[]> {
  return orm.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));
}

export async function findPasskey(orm: Orm | Transaction, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await orm.select().from(passkeys).where(eq(passkeys.id, id));
  return row;
}
