import { IdParams, one, route } from "#http";
import { JourneyDetail, PauseInput, pauseJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/pause",
  role: "editor",
  summary: "Pause a journey",
  description:
    "Nobody new enters. People inside go on (`drain`, the default), stand still (`hold`), or go on with their actions set aside (`queue`).",
  tags: ["Journeys"],
  params: IdParams,
  body: PauseInput,
  response: one(JourneyDetail),
  handler: async ({ ctx, params, body }) => ({ data: await pauseJourney(ctx, params.id, body?.pauseMode) }),
});
