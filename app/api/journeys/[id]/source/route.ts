import { IdParams, one, route } from "#http";
import { JourneyDetail, SourceInput, setSource } from "#services/journeys";

export const PUT = route({
  method: "PUT",
  path: "/api/journeys/[id]/source",
  role: "editor",
  summary: "Say where a journey may be changed",
  description: "In its file, here, or in both. The draft stays as it is.",
  tags: ["Journeys"],
  params: IdParams,
  body: SourceInput,
  response: one(JourneyDetail),
  handler: async ({ ctx, params, body }) => ({ data: await setSource(ctx, params.id, body) }),
});
