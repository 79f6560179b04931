import { accountRoute, one } from "#http";
import { BackupCodes, Confirmation, renewBackupCodes } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/backup-codes",
  summary: "Make new backup codes in place of those before",
  body: Confirmation,
  response: one(BackupCodes),
  handler: async ({ account, body }) => ({ data: await renewBackupCodes(account, body.password) }),
});
