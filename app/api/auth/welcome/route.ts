import * as z from "zod";
import { HttpError, one, openRoute, workspaceCookie } from "#http";
import { openSignInLink, readSession } from "#services/accounts";
import { openMemberLink } from "#services/members";

export const POST = openRoute({
  method: "POST",
  path: "/api/auth/welcome",
  summary: "Sign in with a one-time link",
  description:
    "Uses up the token of the link that the server prints at start, or of a member's link. Answers with a session cookie, or accepts the invitation for the user who is signed in.",
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  response: one(z.object({ signedIn: z.literal(true) })),
  perMinute: 30,
  handler: async ({ body, request }) => {
    const session = await readSession(request.headers);
    const signedIn = session && session.secondFactor !== "pending" ? session.userId : null;
    const joined = await openMemberLink(body.token, signedIn, request.headers);
    const cookies = joined ? [...joined.cookies] : await openSignInLink(body.token, request.headers);
    if (!cookies) {
      throw new HttpError(
        "unauthorized",
        "This link was used already or has expired. Ask for a new one; the first owner gets one by starting Sojourn again.",
      );
    }
    const secure = new URL(request.url).protocol === "https:";
    if (joined) cookies.push(workspaceCookie(joined.workspaceId, secure));
    const headers = new Headers({ "cache-control": "no-store" });
    for (const cookie of cookies) headers.append("set-cookie", cookie);
    return Response.json({ data: { signedIn: true } }, { headers });
  },
});
