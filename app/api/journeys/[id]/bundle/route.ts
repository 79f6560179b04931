import { IdParams, one, route } from "#http";
import { Bundle, getBundle } from "#services/bundles";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/bundle",
  role: "viewer",
  summary: "Show a journey with everything that it needs, to be taken to another workspace",
  description:
    "The draft with its segments, messages, offers and decision flows, all by key. `needs` lists what has to be there already: journeys that it enrolls into, campaigns and channels.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(Bundle),
  handler: async ({ ctx, params }) => ({ data: await getBundle(ctx, params.id) }),
});
