import { newId } from "#db";
import type { Context, Transaction } from "#services";
import { hasLogin } from "#store/logins";
import { isMemberElsewhere } from "#store/members";
import { deleteSessions } from "#store/sessions";
import { insertUser, lockUserByEmail, updateUser } from "#store/users";

export type Account = {
  readonly id: string;
  /** Whether this workspace's links may sign in to the account: the workspace created it, and it has no password yet. */
  readonly own: boolean;
};

/**
 * The account of an address, created if there is none. An account without a login and without a workspace is
 * assigned to the inviting workspace, because nobody else could ever open it. Locks the account until the transaction
 * ends.
 */
export async function claimAccount(
  tx: Transaction,
  ctx: Context,
  email: string,
  name: string | undefined,
): Promise<Account> {
  const { workspaceId } = ctx;
  const fresh = { id: newId(), email, name: name ?? email.split("@")[0] ?? email, invitedFrom: workspaceId };
  if (await insertUser(tx, { ...fresh, emailVerified: false })) return { id: fresh.id, own: true };
  const known = await lockUserByEmail(tx, email);
  // Its address was changed between the two statements.
  if (!known) return claimAccount(tx, ctx, email, name);
  if ((await hasLogin(tx, known.id)) || (await isMemberElsewhere(tx, known.id, workspaceId)))
    return { id: known.id, own: false };
  if (known.invitedFrom !== workspaceId) {
    await updateUser(tx, known.id, { invitedFrom: workspaceId });
    await deleteSessions(tx, known.id);
  }
  return { id: known.id, own: true };
}
