import { IdParams, one, route } from "#http";
import { JourneyDetail, restoreJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/restore",
  role: "editor",
  summary: "Restore an archived journey",
  description: "Back to DRAFT; enrollments that archiving ended stay ended.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(JourneyDetail),
  handler: async ({ ctx, params }) => ({ data: await restoreJourney(ctx, params.id) }),
});
