import { IdParams, route, TRIAL_LIMIT } from "#http";
import { SavedTestInput } from "#services/trials";
import { testV1Journey, V1TestRun } from "#services/v1-journeys";

export const POST = route({
  method: "POST",
  path: "/api/v1/journeys/[id]/test",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Run one customer through the steps, skipping waits",
  description: "A real or sample person, on a virtual clock, with every decision explained. Nothing is stored or sent.",
  tags: ["Journeys v1"],
  params: IdParams,
  body: SavedTestInput,
  response: V1TestRun,
  handler: ({ ctx, params, body }) => testV1Journey(ctx, params.id, body),
});
