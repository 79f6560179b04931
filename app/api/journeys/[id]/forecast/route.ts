import { IdParams, one, route, TRIAL_LIMIT } from "#http";
import { Forecast, ForecastInput, forecastJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/forecast",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Where real people would go if each entered the draft now",
  description: "By their own traits, and by what people did in as many past days. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: ForecastInput,
  maxBytes: 16 * 1024 * 1024,
  response: one(Forecast),
  handler: async ({ ctx, params, body }) => ({ data: await forecastJourney(ctx, params.id, body) }),
});
