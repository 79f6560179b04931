import { IdParams, one, route } from "#http";
import { getRevision, JourneyRevision } from "#services/journeys";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/revision",
  role: "viewer",
  summary: "Ask whether a journey was changed",
  description:
    "The revision of its draft and the time of the last change of anything else; a small answer to ask for often.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(JourneyRevision),
  handler: async ({ ctx, params }) => ({ data: await getRevision(ctx, params.id) }),
});
