import { IdParams, LARGEST_BODY_BYTES, one, route, TRIAL_LIMIT } from "#http";
import { Backtest, BacktestInput, backtestJourney } from "#services/trials";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/backtest",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Backtest the draft on past events",
  description: "Runs the draft and the published version over the same real events. Nothing is stored or sent.",
  tags: ["Trials"],
  params: IdParams,
  body: BacktestInput,
  maxBytes: LARGEST_BODY_BYTES,
  response: one(Backtest),
  handler: async ({ ctx, params, body }) => ({ data: await backtestJourney(ctx, params.id, body) }),
});
