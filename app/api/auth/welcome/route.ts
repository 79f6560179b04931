import * as z from "zod";
import { HttpError, one, openRoute } from "#http";
import { openSignInLink } from "#services/accounts";

export const POST = openRoute({
  method: "POST",
  path: "/api/auth/welcome",
  summary: "Sign in with a one-time link",
  description: "Spends the token of the link that the server prints at start, and answers with a session cookie.",
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  response: one(z.object({ signedIn: z.literal(true) })),
  perMinute: 30,
  handler: async ({ body, request }) => {
    const cookies = await openSignInLink(body.token, request.headers);
    if (!cookies) {
      throw new HttpError(
        "unauthorized",
        "This link has been used or is too old. Start Sojourn again to get a new one.",
      );
    }
    const headers = new Headers({ "cache-control": "no-store" });
    for (const cookie of cookies) headers.append("set-cookie", cookie);
    return Response.json({ data: { signedIn: true } }, { headers });
  },
});
