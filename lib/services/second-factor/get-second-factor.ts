import { getDatabase } from "#db";
import type { SignedIn } from "#services/accounts";
import { countBackupCodes } from "#store/backup-codes";
import { readPasskeys } from "#store/passkeys";
import { readTotpSecret } from "#store/totp-secrets";
import { findUser } from "#store/users";
import type { SecondFactor } from "./schema.ts";

/** Whether the account has a second factor, whether it is missing in this session, and how it can be given. */
export async function getSecondFactor({ userId, secondFactor }: SignedIn): Promise<SecondFactor> {
  const { ways, backupCodesLeft } = await factorsOf(userId);
  return { isOn: secondFactor !== "none", isPending: secondFactor === "pending", ways, backupCodesLeft };
}

/** How a user can give the second factor. */
async function factorsOf(userId: string): Promise<Pick<SecondFactor, "ways" | "backupCodesLeft">> {
  const { orm } = getDatabase();
  const [totp, passkeys, backupCodesLeft] = await Promise.all([
    readTotpSecret(orm, userId),
    readPasskeys(orm, userId),
    countBackupCodes(orm, userId),
  ]);
  return {
    ways: [
      ...(totp?.confirmedAt ? (["totp"] as const) : []),
      ...(passkeys.length > 0 ? (["passkey"] as const) : []),
      ...(backupCodesLeft > 0 ? (["backup_code"] as const) : []),
    ],
    backupCodesLeft,
  };
}

/** Whether a sign-in of this user asks for a second factor. */
export async function needsCode(userId: string): Promise<boolean> {
  return (await findUser(getDatabase().orm, userId))?.hasSecondFactor ?? false;
}
