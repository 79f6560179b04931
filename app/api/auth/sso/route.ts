import * as z from "zod";
import { openRoute } from "#http";
import { isSecure, startSignOn } from "#services/sign-on";
import { pathOf } from "./path-of.ts";
import { stateCookie } from "./state-cookie.ts";

export const GET = openRoute({
  method: "GET",
  path: "/api/auth/sso",
  summary: "Sign in by the identity provider",
  description: "Leads the browser to the provider of `SOJOURN_OIDC_ISSUER`; `next` is the path to go on to.",
  response: z.null(),
  perMinute: 30,
  handler: async ({ request }) => {
    const { address, state } = await startSignOn(pathOf(new URL(request.url).searchParams.get("next")));
    const cookie = stateCookie(state, isSecure());
    return new Response(null, {
      status: 302,
      headers: { location: address, "set-cookie": cookie, "cache-control": "no-store" },
    });
  },
});
