import { IdParams, one, route } from "#http";
import { TestInput, TestRun, testJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/test",
  role: "viewer",
  summary: "Send one person through the draft, waits skipped",
  description: "Real or made up, on a virtual clock, with every decision told. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: TestInput,
  maxBytes: 16 * 1024 * 1024,
  response: one(TestRun),
  handler: async ({ ctx, params, body }) => ({ data: await testJourney(ctx, params.id, body) }),
});
