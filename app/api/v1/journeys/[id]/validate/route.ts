import { CHECK_LIMIT, IdParams, route } from "#http";
import { V1Validation, validateV1Journey } from "#services/v1-journeys";

export const POST = route({
  method: "POST",
  path: "/api/v1/journeys/[id]/validate",
  role: "editor",
  limit: CHECK_LIMIT,
  summary: "Validate a journey of steps",
  tags: ["Journeys v1"],
  params: IdParams,
  response: V1Validation,
  handler: ({ ctx, params }) => validateV1Journey(ctx, params.id),
});
