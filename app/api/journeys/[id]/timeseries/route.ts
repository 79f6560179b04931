import * as z from "zod";
import { IdParams, one, route } from "#http";
import { Day, getTimeseries, TimeseriesQuery } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/timeseries",
  role: "viewer",
  summary: "Get counts by day, week or month",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  query: TimeseriesQuery,
  response: one(z.array(Day)),
  handler: async ({ ctx, params, query }) => ({ data: await getTimeseries(ctx, params.id, query) }),
});
