import { eq } from "drizzle-orm";
import type { Transaction } from "#db";
import type { UserRow } from "./read.ts";
import { users } from "./table.ts";

/** Whether it was created: an account with this address may exist. */
export async function insertUser(tx: Transaction, user: typeof users.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return made.length > 0;
}

type Locked = Pick<UserRow, "id" | "email" | "invitedFrom">;

const locked = { id: users.id, email: users.email, invitedFrom: users.invitedFrom };

/** An account, locked until the transaction ends. */
export async function lockUser(tx: Transaction, id: string): Promise<Locked | undefined> {
  const [user] = await tx.select(locked).from(users).where(eq(users.id, id)).for("update");
  return user;
}

export async function lockUserByEmail(tx: Transaction, email: string): Promise<Locked | undefined> {
  const [user] = await tx.select(locked).from(users).where(eq(users.email, email)).for("update");
  return user;
}

/** Whether sessions of the user ask for a second factor. */
export async function setHasSecondFactor(tx: Transaction, id: string, hasSecondFactor: boolean): Promise<void> {
  await tx.update(users).set({ hasSecondFactor, updatedAt: new Date() }).where(eq(users.id, id));
}

export async function updateUser(
  tx: Transaction,
  id: string,
  fields: { readonly email?: string; readonly name?: string; readonly invitedFrom?: string },
): Promise<void> {
  await tx
    .update(users)
    .set({ ...fields, updatedAt: new Date() })
    .where(eq(users.id, id));
}
