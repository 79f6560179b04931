import { accountRoute, one } from "#http";
import { BackupCodes, Code, confirmTotp } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/totp/confirm",
  summary: "Finish setting up an authenticator app by its first code",
  body: Code,
  response: one(BackupCodes),
  handler: async ({ account, body }) => ({ data: await confirmTotp(account, body.code) }),
});
