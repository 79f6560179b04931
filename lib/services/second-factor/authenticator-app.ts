import { getDatabase } from "#db";
import { conflict, invalidField, notFound } from "#services";
import { type AccountActor, auditAccount, confirmUser, type SignedIn, secretFor, throttled } from "#services/accounts";
import { newTotpSecret, seal, totpAddress } from "#signatures";
import { noteSecondFactor } from "#store/sessions";
import { confirmTotpSecret, deleteTotpSecret, putTotpSecret } from "#store/totp-secrets";
import { findUser, lockUser, setHasSecondFactor } from "#store/users";
import { firstBackupCodes } from "./backup-codes.ts";
import { leaveIfLast } from "./leave-if-last.ts";
import type { BackupCodes, TotpStart } from "./schema.ts";
import { takeTotpCode } from "./verify-code.ts";

type Caller = SignedIn & AccountActor;

/** A secret for an authenticator app; it counts after its first right code. */
export async function startTotp(caller: Caller, password: string | undefined): Promise<TotpStart> {
  await confirmUser(caller, password);
  const secret = newTotpSecret();
  const sealed = seal(await secretFor("factors"), secret);
  return getDatabase().orm.transaction(async (tx) => {
    const user = await findUser(tx, caller.userId);
    if (!user) throw notFound("account");
    if (!(await putTotpSecret(tx, caller.userId, sealed)))
      throw conflict("You have an authenticator app already; remove it to set up another one.");
    return { secret, address: totpAddress(secret, user.email) };
  });
}

/** The first code of the app: it is a second factor from now on, given in this session, and missing in the others. */
export async function confirmTotp(caller: Caller, code: string): Promise<BackupCodes> {
  const isRight = await throttled({ kind: "factor", account: caller.userId, address: caller.address }, async () =>
    (await takeTotpCode(caller.userId, code, "new")) ? true : null,
  );
  if (!isRight) throw invalidField(["code"], "The code is wrong. Check that the clock of your phone is right.");
  return getDatabase().orm.transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    await confirmTotpSecret(tx, caller.userId);
    await setHasSecondFactor(tx, caller.userId, true);
    await noteSecondFactor(tx, caller.sessionId);
    await auditAccount(tx, caller, "account.add_authenticator_app");
    return { backupCodes: await firstBackupCodes(tx, caller.userId) };
  });
}

/** Without the app; if there is no passkey either, the account has no second factor any more. */
export async function removeTotp(caller: Caller, password: string | undefined): Promise<void> {
  await confirmUser(caller, password);
  await getDatabase().orm.transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    if (!(await deleteTotpSecret(tx, caller.userId))) throw notFound("authenticator app");
    await auditAccount(tx, caller, "account.remove_authenticator_app");
    await leaveIfLast(tx, caller, password);
  });
}
