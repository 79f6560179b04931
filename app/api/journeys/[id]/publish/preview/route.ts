import { IdParams, one, route } from "#http";
import { PreviewInput, PublishPreview, previewPublish } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish/preview",
  role: "viewer",
  summary: "Preview what publishing does to the people inside",
  description:
    "The number of people on each step of older versions, and what a migration would do to them. Changes nothing.",
  tags: ["Journeys"],
  params: IdParams,
  body: PreviewInput,
  response: one(PublishPreview),
  handler: async ({ ctx, params, body }) => ({ data: await previewPublish(ctx, params.id, body) }),
});
