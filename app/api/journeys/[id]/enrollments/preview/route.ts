import { IdParams, LARGEST_BODY_BYTES, one, route } from "#http";
import { EnrollInput, EnrollPreview, previewEnroll } from "#services/enrollments";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/preview",
  role: "editor",
  summary: "Preview enrolling people by hand",
  description:
    "How many people the input names, how many of them have an email address, and which are unknown. Changes nothing.",
  tags: ["Enrollments"],
  params: IdParams,
  body: EnrollInput,
  response: one(EnrollPreview),
  maxBytes: LARGEST_BODY_BYTES,
  handler: async ({ ctx, params, body }) => ({ data: await previewEnroll(ctx, params.id, body) }),
});
