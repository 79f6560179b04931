import { IdParams, one, route } from "#http";
import { JourneyDetail, unpublishJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/unpublish",
  role: "editor",
  summary: "Unpublish a journey",
  description: "Back to DRAFT: nobody new enters, and people inside continue.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(JourneyDetail),
  handler: async ({ ctx, params }) => ({ data: await unpublishJourney(ctx, params.id) }),
});
