import { IdParams, one, route } from "#http";
import { RetryFailedInput, retryFailed } from "#services/enrollments";
import { Queued } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/retry",
  role: "editor",
  summary: "Retry all failed enrollments",
  description:
    "Or those that failed at one step. Runs as an operation; with `skip`, enrollments continue after the failed step.",
  tags: ["Enrollments"],
  params: IdParams,
  body: RetryFailedInput,
  status: 202,
  response: one(Queued),
  handler: async ({ ctx, params, body }) => ({ data: await retryFailed(ctx, params.id, body) }),
});
