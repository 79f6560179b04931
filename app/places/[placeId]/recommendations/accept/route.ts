import { route } from "#http";
import { PlaceParams } from "#services/places";
import { Accepted, acceptRecommendations, Recommendation } from "#services/recommendations";

export const POST = route({
  method: "POST",
  path: "/places/[placeId]/recommendations/accept",
  role: "editor",
  summary: "Create a tree of templates and journeys at once",
  description: "A step names a template of the tree by `templateRef`, which is the `localRef` in the template's data.",
  tags: ["Places"],
  params: PlaceParams,
  body: Recommendation,
  response: Accepted,
  handler: ({ ctx, params, body }) => acceptRecommendations(ctx, params.placeId, body),
});
