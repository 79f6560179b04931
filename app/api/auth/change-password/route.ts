import * as z from "zod";
import { accountRoute, one } from "#http";
import { changePassword } from "#services/accounts";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/change-password",
  summary: "Change the password; all other sessions end",
  body: z.strictObject({
    currentPassword: z.string().min(1).max(500),
    newPassword: z.string().min(1).max(500),
    revokeOtherSessions: z.literal(true).optional().meta({ description: "They end in any case" }),
  }),
  response: one(z.object({ changed: z.literal(true) })),
  handler: async ({ account, body }) => {
    await changePassword(account, body);
    return { data: { changed: true as const } };
  },
});
