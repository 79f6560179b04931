import * as z from "zod";
import { addressOf, HttpError, one, openRoute } from "#http";
import { readSession, setFirstPassword } from "#services/accounts";

export const POST = openRoute({
  method: "POST",
  path: "/api/auth/password",
  summary: "Set the first password",
  description: "For people who signed in with a one-time link. Later changes use `/api/auth/change-password`.",
  body: z.strictObject({
    password: z.string().min(1).max(500),
    email: z.email("Not an email address").max(320).optional(),
    name: z.string().trim().min(1).max(120).optional(),
  }),
  response: one(z.object({ hasPassword: z.literal(true) })),
  perMinute: 30,
  handler: async ({ body, request }) => {
    const session = await readSession(request.headers);
    if (session?.secondFactor === "pending") throw new HttpError("unauthorized", "Give your second factor first.");
    if (!session) throw new HttpError("unauthorized", "Sign in first.");
    await setFirstPassword(session.userId, body, { ...session, address: addressOf(request.headers) });
    return Response.json({ data: { hasPassword: true } }, { headers: { "cache-control": "no-store" } });
  },
});
