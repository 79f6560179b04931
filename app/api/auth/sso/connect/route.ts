import * as z from "zod";
import { accountRoute, HttpError, noteRefusedSignOn, one, Reply } from "#http";
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
    const start = await connectSignOn(account, body.password, "/settings?tab=account");
    if ("error" in start) {
      noteRefusedSignOn(start.error);
      throw new HttpError("unavailable", "The identity provider does not answer. Try again later.");
    }
    const cookie = stateCookie(start.state, isSecure());
    return new Reply({ data: { address: start.address } }, { cookies: [cookie] });
  },
});
