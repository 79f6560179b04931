import { accountRoute, one } from "#http";
import { EndedSessions, endOtherSessions } from "#services/sessions";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/sessions/end-others",
  summary: "Sign out on all other devices",
  description: "Tokens of `POST /api/auth/token` end as well.",
  response: one(EndedSessions),
  handler: async ({ account }) => ({ data: await endOtherSessions(account) }),
});
