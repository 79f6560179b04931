import { IdParams, one, route } from "#http";
import { ExportedJourney, ExportQuery, exportJourney } from "#services/journey-files";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/export",
  role: "viewer",
  summary: "Write a journey in a format",
  description:
    "The draft as a file of ours (`native`), or in the format of another product. `losses` lists what that format cannot say.",
  tags: ["Journeys"],
  params: IdParams,
  query: ExportQuery,
  response: one(ExportedJourney),
  handler: async ({ ctx, params, query }) => ({ data: await exportJourney(ctx, params.id, query.format) }),
});
