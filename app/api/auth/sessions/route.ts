import * as z from "zod";
import { accountRoute, one } from "#http";
import { listSessions, Session } from "#services/sessions";

export const GET = accountRoute({
  method: "GET",
  path: "/api/auth/sessions",
  summary: "List where the caller is signed in",
  response: one(z.array(Session)),
  handler: async ({ account }) => ({ data: await listSessions(account) }),
});
