import { IdParams, one, route } from "#http";
import { getHoldout, JourneyHoldout } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/holdout",
  role: "viewer",
  summary: "Compare people who are held out with the others",
  description:
    "People at their first entry: who entered, who entered without marketing because the workspace holds them out, and who was held out by the journey; those who reached the goal; and the lift of the journey over them.",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  response: one(JourneyHoldout),
  handler: async ({ ctx, params }) => ({ data: await getHoldout(ctx, params.id) }),
});
