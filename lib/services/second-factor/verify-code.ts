import { getDatabase } from "#db";
import { type AccountActor, openSession, type SignedIn, secretsFor, throttled } from "#services/accounts";
import { readWith, totpStep, unseal } from "#signatures";
import { spendBackupCode } from "#store/backup-codes";
import { deleteSession, noteSecondFactor } from "#store/sessions";
import { readTotpSecret, takeTotpStep } from "#store/totp-secrets";
import { hashBackupCode } from "./backup-codes.ts";

/** Whether this is a code of the user's app, or a backup code, that was not taken before. Counts failures. */
export async function isRightCode({ userId, address }: AccountActor, code: string): Promise<boolean> {
  const check = async () => {
    const isRight = /^\d{6}$/.test(code)
      ? await takeTotpCode(userId, code, "confirmed")
      : await spendBackupCode(getDatabase().orm, userId, hashBackupCode(code));
    return isRight ? true : null;
  };
  return (await throttled({ kind: "factor", account: userId, address }, check)) ?? false;
}

/** Takes a code of the app: of one that is confirmed, or of one that waits for its first code. */
export async function takeTotpCode(userId: string, code: string, app: "new" | "confirmed"): Promise<boolean> {
  const { orm } = getDatabase();
  const row = await readTotpSecret(orm, userId);
  if (!row || (row.confirmedAt !== null) !== (app === "confirmed")) return false;
  const secret = readWith(await secretsFor("factors"), (one) => unseal(one, row.secret));
  const step = secret === null ? null : totpStep(secret, code, Date.now());
  return step !== null && takeTotpStep(orm, userId, step);
}

/**
 * The second factor was given: a browser gets a new session, so that what knew the cookie before knows nothing now. A
 * token of a program stays. Returns the `Set-Cookie` headers.
 */
export async function giveSecondFactor(caller: SignedIn, headers: Headers, isBrowser: boolean): Promise<string[]> {
  const { orm } = getDatabase();
  if (!isBrowser) {
    await noteSecondFactor(orm, caller.sessionId);
    return [];
  }
  const cookies = await openSession(caller.userId, headers, true);
  await orm.transaction((tx) => deleteSession(tx, caller.userId, caller.sessionId));
  return cookies;
}
