import { accountRoute, one } from "#http";
import { askForPasskey, WebAuthnOptions } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/passkey/options",
  summary: "Get what the browser needs to use a passkey",
  beforeSecondFactor: true,
  response: one(WebAuthnOptions),
  handler: async ({ account }) => ({ data: await askForPasskey(account) }),
});
