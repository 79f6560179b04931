import { hashPassword, verifyPassword } from "better-auth/crypto";
import { getDatabase } from "#db";
import { conflict, forbidden, invalidField, type Transaction } from "#services";
import { findPasswordByEmail, hasPassword, insertPassword } from "#store/logins";
import { findUser, findUserByEmail, lockUser, updateUser } from "#store/users";
import { MINUTE_MS } from "#times";
import type { AccountActor } from "./audit-account.ts";
import type { SignedIn } from "./sessions.ts";
import { throttled } from "./throttle.ts";

// Compared if there is no such user, so that a wrong address takes as long as a wrong password.
let decoy: Promise<string> | undefined;
const decoyHash = (): Promise<string> => (decoy ??= hashPassword("a password nobody has"));

/** The user with this e-mail address and password, or `null`; throws `too_many_requests` after too many failures. */
export async function checkPassword(
  email: string,
  password: string,
  address: string | null = null,
): Promise<{ userId: string } | null> {
  return throttled({ kind: "password", account: email, address }, async () => {
    const row = await findPasswordByEmail(getDatabase().orm, email.toLowerCase());
    const right = await verifyPassword({ hash: row?.hash ?? (await decoyHash()), password });
    return row && right ? { userId: row.userId } : null;
  });
}

/** Signed in this recently is as good as a password, for accounts that have none. */
const RECENT_MS = 15 * MINUTE_MS;

/**
 * Before an account is changed: the password, so that a session left open is not enough; without one, a recent sign-in.
 * Throws `invalid` or `forbidden` otherwise.
 */
export async function confirmUser(caller: SignedIn & AccountActor, password: string | undefined): Promise<void> {
  const { orm } = getDatabase();
  if (!(await hasPassword(orm, caller.userId))) {
    if (Date.now() - caller.signedInAt.getTime() <= RECENT_MS) return;
    throw forbidden("Sign out and sign in again first: this needs a sign-in of the last 15 minutes.");
  }
  if (!password) throw invalidField(["password"], "Enter your password.");
  const user = await findUser(orm, caller.userId);
  if (!user || !(await checkPassword(user.email, password, caller.address)))
    throw invalidField(["password"], "The password is wrong.");
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
