import * as z from "zod";
import { accountRoute, Nothing, noContent } from "#http";
import { endSession } from "#services/sessions";

export const DELETE = accountRoute({
  method: "DELETE",
  path: "/api/auth/sessions/[id]",
  summary: "Sign out on one device",
  params: z.object({
    id: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[\w-]+$/),
  }),
  status: 204,
  response: Nothing,
  handler: async ({ account, params }) => {
    await endSession(account, params.id);
    return noContent();
  },
});
