import { hashPassword, verifyPassword } from "better-auth/crypto";
import { getDatabase } from "#db";
import { conflict, invalidField, type Transaction } from "#services";
import { findPasswordByEmail, hasPassword, insertPassword } from "#store/logins";
import { findUserByEmail, lockUser, updateUser } from "#store/users";

// Compared if there is no such user, so that a wrong address takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** The user with this address and password, or `null`. */
export async function checkPassword(email: string, password: string): Promise<{ userId: string } | null> {
  decoy ??= hashPassword("a password nobody has");
  const row = await findPasswordByEmail(getDatabase().orm, email.toLowerCase());
  const right = await verifyPassword({ hash: row?.hash ?? (await decoy), password });
  return row && right ? { userId: row.userId } : null;
}

/** Gives a user their first password. */
export async function addPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  await insertPassword(tx, userId, await hashPassword(password));
}

export type FirstPassword = {
  readonly password: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
};

/** Sets the password after a first sign-in by link; throws `conflict` if there is a password already. */
export async function setFirstPassword(userId: string, input: FirstPassword): Promise<void> {
  await getDatabase().orm.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (await hasPassword(tx, userId))
      throw conflict("Your account has a password already; change it with the current one.");
    const email = input.email?.toLowerCase();
    // The inviter named the address; another one could impersonate somebody else.
    if (user?.invitedFrom && email && email !== user.email)
      throw invalidField(["email"], `Your account is for ${user.email}, where you were invited.`);
    if (email) {
      const other = await findUserByEmail(tx, email);
      if (other && other.id !== userId) throw invalidField(["email"], "Another member has this address.");
    }
    await updateUser(tx, userId, { ...(email ? { email } : {}), ...(input.name ? { name: input.name } : {}) });
    await addPassword(tx, userId, input.password);
  });
}
