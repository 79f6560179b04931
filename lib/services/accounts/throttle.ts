import { createHash } from "node:crypto";
import { getDatabase } from "#db";
import { tooManyAttempts } from "#services";
import { clearAttempts, countAttempt, type Threshold, takeBackAttempt } from "#store/sign-in-attempts";
import { addressGroup } from "./address-group.ts";

/** Of one account: four mistakes are free. At most 96 tries a day, whatever the number of addresses. */
const ACCOUNT: Threshold = { free: 5, longestSeconds: 15 * 60, seconds: 24 * 3_600, since: "last" };
/** Of one address, behind which a whole office may sit: the mistakes of an hour, as people there sign in every day. */
const ADDRESS: Threshold = { free: 50, longestSeconds: 15 * 60, seconds: 3_600, since: "first" };

export type Attempt = {
  /** What is tried: a password of an e-mail address, a second factor of a user, or the password of who is signed in. */
  readonly kind: "password" | "factor" | "confirmation";
  readonly account: string;
  /** The network address of the request; `null`: not known. */
  readonly address: string | null;
};

/**
 * Runs a check of a password or code. Attempts are counted in the database before the check, for the account and for the
 * address; after too many failures both wait, whether the account exists or not. `null` is a failure.
 */
export async function throttled<Result>(attempt: Attempt, check: () => Promise<Result | null>): Promise<Result | null> {
  const { sql } = getDatabase();
  const account = `${attempt.kind}:${hash(attempt.account.toLowerCase())}`;
  const address = attempt.address === null ? null : `address:${hash(addressGroup(attempt.address))}`;
  const ofAddress = address === null ? null : await countAttempt(sql, address, ADDRESS);
  if (ofAddress !== null) throw tooManyAttempts(ofAddress);
  const ofAccount = await countAttempt(sql, account, ACCOUNT);
  if (ofAccount !== null) {
    // Nothing was checked, so the address made no mistake.
    if (address !== null) await takeBackAttempt(sql, address);
    throw tooManyAttempts(ofAccount);
  }
  const result = await check();
  if (result === null) return null;
  await clearAttempts(sql, [account]);
  if (address !== null) await takeBackAttempt(sql, address);
  return result;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
