import { IdParams, one, route, TRIAL_LIMIT } from "#http";
import { TestInput, TestRun, testJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/test",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Send one person through the draft, waits skipped",
  description: "Real or made up, on a virtual clock, with every decision told. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: TestInput,
  maxBytes: 16 * 1024 * 1024,
  response: one(TestRun),
  handler: async ({ ctx, params, body }) => ({ data: await testJourney(ctx, params.id, body) }),
});
