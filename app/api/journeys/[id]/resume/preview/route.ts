import { IdParams, one, route } from "#http";
import { previewResume, ResumePreview } from "#services/journeys";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/resume/preview",
  role: "viewer",
  summary: "Preview whom resuming affects",
  description:
    "People inside a paused journey, and those of them for whom something is due or held back. Changes nothing.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(ResumePreview),
  handler: async ({ ctx, params }) => ({ data: await previewResume(ctx, params.id) }),
});
