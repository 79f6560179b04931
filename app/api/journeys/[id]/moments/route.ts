import { CHECK_LIMIT, IdParams, one, route } from "#http";
import { foretellMoments, MomentsInput, MomentsOutput } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/moments",
  role: "viewer",
  limit: CHECK_LIMIT,
  summary: "Compute when a step continues or enrolls people next",
  description:
    "A wait or a trigger on a date for one person, or a schedule, as the engine computes it now. Nothing is stored.",
  tags: ["Trials"],
  params: IdParams,
  body: MomentsInput,
  response: one(MomentsOutput),
  handler: async ({ ctx, params, body }) => ({ data: await foretellMoments(ctx, params.id, body) }),
});
