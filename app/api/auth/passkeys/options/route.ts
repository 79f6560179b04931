import { accountRoute, one } from "#http";
import { Confirmation, offerPasskey, WebAuthnOptions } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/passkeys/options",
  summary: "Get what the browser needs to make a passkey",
  body: Confirmation,
  response: one(WebAuthnOptions),
  handler: async ({ account, body }) => ({ data: await offerPasskey(account, body.password) }),
});
