import { getDatabase } from "#db";
import { recoveryToken, welcomeAddress } from "#services/accounts";
import { insertAuditEntry } from "#store/audit-log";
import { replaceBackupCodes } from "#store/backup-codes";
import { deleteLogins } from "#store/logins";
import { readMemberships } from "#store/members";
import { deletePasskeys } from "#store/passkeys";
import { deleteSessions } from "#store/sessions";
import { deleteTotpSecret } from "#store/totp-secrets";
import { findUserByEmail, lockUser, setHasSecondFactor } from "#store/users";

/**
 * For an owner who is locked out: takes password, identity provider, second factor and sessions from the account with this e-mail address.
 * Returns a sign-in link that is valid for a day, or `null` if there is no such account. For the person who operates the
 * installation, never for a route.
 */
export async function resetAccount(email: string): Promise<string | null> {
  const { orm } = getDatabase();
  const user = await findUserByEmail(orm, email.toLowerCase());
  if (!user) return null;
  await orm.transaction(async (tx) => {
    await lockUser(tx, user.id);
    await deleteTotpSecret(tx, user.id);
    await deletePasskeys(tx, user.id);
    await replaceBackupCodes(tx, user.id, []);
    await deleteLogins(tx, user.id);
    await deleteSessions(tx, user.id);
    await setHasSecondFactor(tx, user.id, false);
    for (const { workspaceId } of await readMemberships(tx, user.id))
      await insertAuditEntry(tx, {
        workspaceId,
        actor: "system:account-reset",
        address: null,
        action: "account.reset",
        subject: user.id,
        detail: {},
      });
  });
  return welcomeAddress(await recoveryToken(email));
}
