import * as z from "zod";
import { addressOf, noteRefusedSignOn, openRoute } from "#http";
import { addressAt, finishSignOn } from "#services/sign-on";
import { clearedCookie, stateOf } from "../state-cookie.ts";

export const GET = openRoute({
  method: "GET",
  path: "/api/auth/sso/callback",
  summary: "Come back from the identity provider",
  description: "Signs in and leads on, or back to the page for signing in with `refused`.",
  response: z.null(),
  perMinute: 30,
  handler: async ({ request }) => {
    const { headers: asked, url } = request;
    const { search } = new URL(url);
    const end = await finishSignOn({ search, state: stateOf(asked), headers: asked, address: addressOf(asked) });
    if ("error" in end) noteRefusedSignOn(end.error);
    const path = "refusal" in end ? `/sign-in?refused=${end.refusal}` : end.next;
    const headers = new Headers({ location: addressAt(path), "cache-control": "no-store" });
    for (const cookie of [clearedCookie, ...("refusal" in end ? [] : end.cookies)])
      headers.append("set-cookie", cookie);
    return new Response(null, { status: 302, headers });
  },
});
