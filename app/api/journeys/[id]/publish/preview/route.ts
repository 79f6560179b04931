import { IdParams, one, route } from "#http";
import { PublishInput, PublishPreview, previewPublish } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/publish/preview",
  role: "viewer",
  summary: "See what publishing would do to the people inside",
  description: "Head-counts of every step of older versions, and what a migration would do to them. Changes nothing.",
  tags: ["Journeys"],
  params: IdParams,
  body: PublishInput,
  response: one(PublishPreview),
  handler: async ({ ctx, params, body }) => ({ data: await previewPublish(ctx, params.id, body) }),
});
