import * as z from "zod";
import { noteRefusedSignOn, openRoute } from "#http";
import { addressAt, isSecure, startSignOn } from "#services/sign-on";
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
    const start = await startSignOn(pathOf(new URL(request.url).searchParams.get("next")));
    if ("error" in start) {
      noteRefusedSignOn(start.error);
      const location = addressAt("/sign-in?refused=unavailable");
      return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
    }
    const cookie = stateCookie(start.state, isSecure());
    return new Response(null, {
      status: 302,
      headers: { location: start.address, "set-cookie": cookie, "cache-control": "no-store" },
    });
  },
});
