import * as z from "zod";
import { accountRoute, Nothing, noContent } from "#http";
import { Confirmation, removePasskey } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/passkeys/[id]/remove",
  summary: "Remove a passkey",
  params: z.object({ id: z.string().regex(/^[\w-]{1,1000}$/) }),
  body: Confirmation,
  status: 204,
  response: Nothing,
  handler: async ({ account, params, body }) => {
    await removePasskey(account, params.id, body.password);
    return noContent();
  },
});
