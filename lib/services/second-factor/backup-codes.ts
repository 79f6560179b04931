import { createHash, randomInt } from "node:crypto";
import { getDatabase } from "#db";
import { conflict, type Transaction } from "#services";
import { type AccountActor, auditAccount, confirmUser, type SignedIn } from "#services/accounts";
import { countBackupCodes, replaceBackupCodes } from "#store/backup-codes";
import { findUser } from "#store/users";

const HOW_MANY = 10;
const LENGTH = 16;
/** Without letters and digits that look alike: 78 bits a code, so that a plain hash is safe. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A plain hash, as of keys: the code has enough random bits. */
export const hashBackupCode = (code: string): string => createHash("sha256").update(code).digest("base64url");

/** New codes for a user who has none; `null` if some are left. Shown once; only their hashes are kept. */
export async function firstBackupCodes(tx: Transaction, userId: string): Promise<string[] | null> {
  return (await countBackupCodes(tx, userId)) > 0 ? null : makeBackupCodes(tx, userId);
}

/** New codes in place of those before. */
export async function renewBackupCodes(
  caller: SignedIn & AccountActor,
  password: string | undefined,
): Promise<{ backupCodes: string[] }> {
  await confirmUser(caller, password);
  return getDatabase().orm.transaction(async (tx) => {
    const user = await findUser(tx, caller.userId);
    if (!user?.hasSecondFactor) throw conflict("Backup codes come with a second factor; set one up first.");
    await auditAccount(tx, caller, "account.renew_backup_codes");
    return { backupCodes: await makeBackupCodes(tx, caller.userId) };
  });
}

async function makeBackupCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""),
  );
  await replaceBackupCodes(tx, userId, codes.map(hashBackupCode));
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join("-"));
}
