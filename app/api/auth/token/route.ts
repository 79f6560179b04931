import * as z from "zod";
import { addressOf, HttpError, one, openRoute } from "#http";
import { checkPassword, homeWorkspace, issueToken } from "#services/accounts";
import { findMembership } from "#services/members";
import { Code, isRightCode, needsCode } from "#services/second-factor";

export const POST = openRoute({
  method: "POST",
  path: "/api/auth/token",
  summary: "A token for the API",
  description:
    "Exchanges an email address and a password for a JWT to send as `Authorization: Bearer`. It lasts 8 hours, or until its session is ended.",
  body: z.strictObject({
    email: z.email().max(320),
    password: z.string().min(1).max(500),
    workspaceId: z.uuid().optional(),
    code: Code.shape.code.optional().meta({ description: "Of accounts with a second factor" }),
  }),
  response: one(z.object({ token: z.string(), expiresAt: z.iso.datetime() })),
  perMinute: 30,
  handler: async ({ body, request }) => {
    const address = addressOf(request.headers);
    const user = await checkPassword(body.email, body.password, address);
    if (!user) throw new HttpError("unauthorized", "Wrong email address or password.");
    const hasSecondFactor = await checkCode({ userId: user.userId, address }, body.code);
    const membership = body.workspaceId ? await findMembership(user.userId, body.workspaceId) : null;
    if (body.workspaceId && membership?.workspaceId !== body.workspaceId) {
      throw new HttpError("not_found", "There is no such workspace.");
    }
    const data = await issueToken({
      userId: user.userId,
      workspaceId: body.workspaceId ?? (await homeWorkspace(user.userId)),
      address,
      hasSecondFactor,
      userAgent: request.headers.get("user-agent"),
    });
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  },
});

/** Whether the account has a second factor, which the code then proves. */
async function checkCode(user: { userId: string; address: string | null }, code: string | undefined): Promise<boolean> {
  if (!(await needsCode(user.userId))) return false;
  if (code === undefined)
    throw new HttpError("unauthorized", "This account has a second factor: send a code of it as `code` as well.");
  if (!(await isRightCode(user, code))) throw new HttpError("unauthorized", "The code is wrong or was used already.");
  return true;
}
