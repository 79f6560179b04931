import { conflict, type Transaction } from "#services";
import { type AccountActor, auditAccount, isShortAlone } from "#services/accounts";
import { replaceBackupCodes } from "#store/backup-codes";
import { readSecondFactorWorkspaces } from "#store/members";
import { readPasskeys } from "#store/passkeys";
import { readTotpSecret } from "#store/totp-secrets";
import { setHasSecondFactor } from "#store/users";

/**
 * After a factor was removed: with none left, the account signs in without. A workspace that requires one refuses that,
 * as does a password that was long enough only beside a factor.
 */
export async function leaveIfLast(tx: Transaction, caller: AccountActor, password: string | undefined): Promise<void> {
  const { userId } = caller;
  const totp = await readTotpSecret(tx, userId);
  if (totp?.confirmedAt || (await readPasskeys(tx, userId)).length > 0) return;
  const [requiring] = await readSecondFactorWorkspaces(tx, userId);
  if (requiring) throw conflict(`${requiring} requires a second factor; add another one before you remove this.`);
  if (password !== undefined && isShortAlone(password))
    throw conflict("Your password is too short to be used alone: change it to one of at least 15 characters first.");
  await setHasSecondFactor(tx, userId, false);
  await replaceBackupCodes(tx, userId, []);
  await auditAccount(tx, caller, "account.end_second_factor");
}
