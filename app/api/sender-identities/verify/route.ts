import * as z from "zod";
import { HttpError, one, openRoute } from "#http";
import { openLink } from "#services/sender-identities";

export const POST = openRoute({
  method: "POST",
  path: "/api/sender-identities/verify",
  summary: "Verify a sender address with a mailed link",
  description:
    "Uses up the token of the link that was mailed to the address. Needs no key, because the link is the proof.",
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  response: one(z.object({ email: z.string(), workspace: z.string() })),
  perMinute: 30,
  handler: async ({ body }) => {
    const data = await openLink(body.token);
    if (!data) throw new HttpError("not_found", "This link was used already or has expired. Ask for a new one.");
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  },
});
