import { IdParams, LARGEST_BODY_BYTES, one, route, TRIAL_LIMIT } from "#http";
import { TestInput, TestRun, testJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/test",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Run one person through the draft, skipping waits",
  description: "A real or sample person, on a virtual clock, with every decision explained. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: TestInput,
  maxBytes: LARGEST_BODY_BYTES,
  response: one(TestRun),
  handler: async ({ ctx, params, body }) => ({ data: await testJourney(ctx, params.id, body) }),
});
