import { accountRoute, one } from "#http";
import { Confirmation, startTotp, TotpStart } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/totp",
  summary: "Start setting up an authenticator app",
  description: "It counts after its first code: `POST /api/auth/second-factor/totp/confirm`.",
  body: Confirmation,
  response: one(TotpStart),
  handler: async ({ account, body }) => ({ data: await startTotp(account, body.password) }),
});
