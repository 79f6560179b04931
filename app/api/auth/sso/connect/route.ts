import * as z from "zod";
import { accountRoute, one, Reply } from "#http";
import { Confirmation } from "#services/second-factor";
import { connectSignOn, isSecure } from "#services/sign-on";
import { stateCookie } from "../state-cookie.ts";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/sso/connect",
  summary: "Connect the caller's account with the identity provider",
  description: "Answers the address to open in the browser.",
  body: Confirmation,
  response: one(z.object({ address: z.url() })),
  handler: async ({ account, body }) => {
    const { address, state } = await connectSignOn(account, body.password, "/settings?tab=account");
    const cookie = stateCookie(state, isSecure());
    return new Reply({ data: { address } }, { cookies: [cookie] });
  },
});
