import * as z from "zod";
import { CANVAS_BODY_BYTES, CHECK_LIMIT, IdParams, one, route } from "#http";
import { DraftInput, Problem, validateJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/validate",
  role: "editor",
  limit: CHECK_LIMIT,
  summary: "Validate a draft without saving it",
  tags: ["Journeys"],
  params: IdParams,
  body: DraftInput,
  maxBytes: CANVAS_BODY_BYTES,
  response: one(z.object({ problems: z.array(Problem), canPublish: z.boolean() })),
  handler: async ({ ctx, params, body }) => ({ data: await validateJourney(ctx, params.id, body) }),
});
