import { IdParams, one, route } from "#http";
import { PromoteInput, promoteJourney, TakenBundle } from "#services/bundles";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/promote",
  role: "viewer",
  summary: "Take a journey with everything that it needs to another workspace of yours",
  description:
    "The bundle of the journey is taken over there in one transaction, as `POST /api/bundles` does, if you may edit there. Not for keys, which belong to one workspace.",
  tags: ["Journeys"],
  params: IdParams,
  body: PromoteInput,
  response: one(TakenBundle),
  handler: async ({ ctx, params, body }) => ({ data: await promoteJourney(ctx, params.id, body) }),
});
