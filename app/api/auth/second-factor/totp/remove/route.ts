import { accountRoute, Nothing, noContent } from "#http";
import { Confirmation, removeTotp } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/totp/remove",
  summary: "Remove the authenticator app",
  body: Confirmation,
  status: 204,
  response: Nothing,
  handler: async ({ account, body }) => {
    await removeTotp(account, body.password);
    return noContent();
  },
});
