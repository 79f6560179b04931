import { hashPassword, verifyPassword } from "better-auth/crypto";
import { getDatabase } from "#db";
import { conflict, forbidden, invalidField, type Transaction } from "#services";
import { findPasswordByEmail, hasPassword, hasSignOn, insertPassword, replacePassword } from "#store/logins";
import { deleteOtherSessions } from "#store/sessions";
import { findUser, findUserByEmail, lockUser, updateUser } from "#store/users";
import { MINUTE_MS } from "#times";
import { type AccountActor, auditAccount } from "./audit-account.ts";
import { type PasswordOwner, passwordFault } from "./password-rules.ts";
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
  return throttled({ kind: "password", account: email, address }, () => match(email, password));
}

async function match(email: string, password: string): Promise<{ userId: string } | null> {
  const row = await findPasswordByEmail(getDatabase().orm, email.toLowerCase());
  const right = await verifyPassword({ hash: row?.hash ?? (await decoyHash()), password });
  return row && right ? { userId: row.userId } : null;
}

/** The password of a user who is signed in: counted apart, so that nobody outside can block it. */
const confirms = ({ userId, address }: AccountActor, email: string, password: string) =>
  throttled({ kind: "confirmation", account: userId, address }, () => match(email, password));

/** Signed in this recently is as good as a password, for accounts that have none. */
const RECENT_MS = 15 * MINUTE_MS;
const isRecent = ({ signedInAt }: SignedIn): boolean => Date.now() - signedInAt.getTime() <= RECENT_MS;

/**
 * Before an account is changed: the password, so that a session left open is not enough; without one, a recent sign-in.
 * Throws `invalid` or `forbidden` otherwise.
 */
export async function confirmUser(caller: SignedIn & AccountActor, password: string | undefined): Promise<void> {
  const { orm } = getDatabase();
  if (!(await hasPassword(orm, caller.userId))) {
    if (isRecent(caller)) return;
    // A link signs in once: without a password or a provider, signing out would be for good.
    if (!(await hasSignOn(orm, caller.userId)))
      throw forbidden("Set a password first, under Settings, Account; then confirm this with it.");
    throw forbidden("Sign out and sign in again first: this needs a sign-in of the last 15 minutes.");
  }
  if (!password) throw invalidField(["password"], "Enter your password.");
  const user = await findUser(orm, caller.userId);
  if (!user || !(await confirms(caller, user.email, password)))
    throw invalidField(["password"], "The password is wrong.");
}

/** Gives a user their first password. */
export async function addPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  await insertPassword(tx, userId, await hashPassword(password));
}

/** Refuses, with the field, a password that the rules do not take. */
async function requireGoodPassword(field: string, password: string, owner: PasswordOwner): Promise<void> {
  const fault = await passwordFault(password, owner);
  if (fault !== null) throw invalidField([field], fault);
}

export type FirstPassword = {
  readonly password: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
};

/**
 * Sets the password after a first sign-in by link, and ends the other sessions; throws `conflict` if there is a password
 * already, `forbidden` for a sign-in by a provider that is not recent. `caller`: who asks, signed in; null: at set-up.
 */
export async function setFirstPassword(
  userId: string,
  input: FirstPassword,
  caller: (SignedIn & AccountActor) | null = null,
): Promise<void> {
  await getDatabase().orm.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (await hasPassword(tx, userId))
      throw conflict("Your account has a password already; change it with the current one.");
    // Else a session left open could give itself the password that confirms every other change.
    if (caller && !isRecent(caller) && (await hasSignOn(tx, userId)))
      throw forbidden("Sign out and sign in again first: this needs a sign-in of the last 15 minutes.");
    const email = input.email?.toLowerCase();
    // The inviter named the address; another one could impersonate somebody else.
    if (user?.invitedFrom && email && email !== user.email)
      throw invalidField(["email"], `Your account is for ${user.email}, where you were invited.`);
    if (email) {
      const other = await findUserByEmail(tx, email);
      if (other && other.id !== userId) throw invalidField(["email"], "Another member has this address.");
    }
    const known = await findUser(tx, userId);
    await requireGoodPassword("password", input.password, {
      email: email ?? known?.email ?? "",
      name: input.name ?? known?.name ?? "",
      hasSecondFactor: known?.hasSecondFactor ?? false,
    });
    await updateUser(tx, userId, { ...(email ? { email } : {}), ...(input.name ? { name: input.name } : {}) });
    await addPassword(tx, userId, input.password);
    // Others may have come by a link of the inviter.
    if (caller) await deleteOtherSessions(tx, userId, caller.sessionId);
    await auditAccount(tx, { userId, address: caller?.address ?? null }, "account.set_password");
  });
}

/** Changes the password by the current one, and ends all other sessions. */
export async function changePassword(
  caller: SignedIn & AccountActor,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const user = await findUser(getDatabase().orm, caller.userId);
  if (!user || !(await confirms(caller, user.email, input.currentPassword)))
    throw invalidField(["currentPassword"], "The current password is wrong.");
  await requireGoodPassword("newPassword", input.newPassword, user);
  const hash = await hashPassword(input.newPassword);
  await getDatabase().orm.transaction(async (tx) => {
    await replacePassword(tx, user.id, hash);
    await deleteOtherSessions(tx, user.id, caller.sessionId);
    await auditAccount(tx, caller, "account.change_password");
  });
}
