import { hashPassword, verifyPassword } from "better-auth/crypto";
import { and, eq } from "drizzle-orm";
import { getDatabase, newId, type Orm } from "#db";
import { conflict, invalidField, type Transaction } from "#services";
import { schema } from "#store";

const { users, logins } = schema;
const CREDENTIAL = "credential";

// Compared if there is no such user, so that a wrong address takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** The user with this address and password, or `null`. */
export async function checkPassword(email: string, password: string): Promise<{ userId: string } | null> {
  decoy ??= hashPassword("a password nobody has");
  const [row] = await getDatabase()
    .orm.select({ userId: users.id, hash: logins.password })
    .from(users)
    .innerJoin(logins, and(eq(logins.userId, users.id), eq(logins.providerId, CREDENTIAL)))
    .where(eq(users.email, email.toLowerCase()));
  const right = await verifyPassword({ hash: row?.hash ?? (await decoy), password });
  return row && right ? { userId: row.userId } : null;
}

export async function hasPassword(orm: Orm | Transaction, userId: string): Promise<boolean> {
  const [row] = await orm
    .select({ id: logins.id })
    .from(logins)
    .where(and(eq(logins.userId, userId), eq(logins.providerId, CREDENTIAL)));
  return row !== undefined;
}

/** Gives a user their first password. */
export async function addPassword(orm: Orm | Transaction, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await orm.insert(logins).values({ id: newId(), userId, accountId: userId, providerId: CREDENTIAL, password: hash });
}

export type FirstPassword = {
  readonly password: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
};

/** Sets the password after a first sign-in by link; throws `conflict` if there is a password already. */
export async function setFirstPassword(userId: string, input: FirstPassword): Promise<void> {
  await getDatabase().orm.transaction(async (tx) => {
    const account = { email: users.email, invitedFrom: users.invitedFrom };
    const [user] = await tx.select(account).from(users).where(eq(users.id, userId)).for("update");
    if (await hasPassword(tx, userId))
      throw conflict("Your account has a password already; change it with the current one.");
    const email = input.email?.toLowerCase();
    // The inviter named the address; another one could impersonate somebody else.
    if (user?.invitedFrom && email && email !== user.email)
      throw invalidField(["email"], `Your account is for ${user.email}, where you were invited.`);
    if (email) {
      const [other] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
      if (other && other.id !== userId) throw invalidField(["email"], "Another member has this address.");
    }
    await tx
      .update(users)
      .set({ updatedAt: new Date(), ...(email ? { email } : {}), ...(input.name ? { name: input.name } : {}) })
      .where(eq(users.id, userId));
    await addPassword(tx, userId, input.password);
  });
}
