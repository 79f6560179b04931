import * as z from "zod";
import { IdParams, one, route, TRIAL_LIMIT } from "#http";
import { listTestSends, TestSend, TestSendInput, testSend } from "#services/content";

const about = { path: "/api/content/[id]/test-sends", tags: ["Content"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "editor",
  summary: "List the test mails of an email",
  response: one(z.array(TestSend)),
  handler: async ({ ctx, params }) => ({ data: await listTestSends(ctx, params.id) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Send an email as a test",
  description: "As its draft is now, marked in the subject. It is no delivery, and nothing counts it.",
  body: TestSendInput,
  status: 202,
  response: one(z.array(TestSend)),
  handler: async ({ ctx, params, body }) => ({ data: await testSend(ctx, params.id, body) }),
});
