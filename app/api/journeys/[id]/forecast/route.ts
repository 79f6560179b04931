import { IdParams, LARGEST_BODY_BYTES, one, route, TRIAL_LIMIT } from "#http";
import { Forecast, ForecastInput, forecastJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/forecast",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Forecast the paths of people through the draft",
  description:
    "Uses the traits of real people, and the behaviour of people in as many past days. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: ForecastInput,
  maxBytes: LARGEST_BODY_BYTES,
  response: one(Forecast),
  handler: async ({ ctx, params, body }) => ({ data: await forecastJourney(ctx, params.id, body) }),
});
