import { IdParams, one, route } from "#http";
import { JourneyDetail, PauseInput, pauseJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/pause",
  role: "editor",
  summary: "Pause a journey",
  description:
    "Nobody new enters. People inside continue (`drain`, the default), stay at their step (`hold`), or continue while their messages and changes are queued (`queue`).",
  tags: ["Journeys"],
  params: IdParams,
  body: PauseInput,
  response: one(JourneyDetail),
  handler: async ({ ctx, params, body }) => ({ data: await pauseJourney(ctx, params.id, body?.pauseMode) }),
});
