import { IdParams, one, route } from "#http";
import { RetryFailedInput, retryFailed } from "#services/enrollments";
import { Queued } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/retry",
  role: "editor",
  summary: "Let every failed enrollment go on",
  description: "Or those that failed at one step. An operation does it; with `skip` the failed step is passed over.",
  tags: ["Enrollments"],
  params: IdParams,
  body: RetryFailedInput,
  status: 202,
  response: one(Queued),
  handler: async ({ ctx, params, body }) => ({ data: await retryFailed(ctx, params.id, body) }),
});
