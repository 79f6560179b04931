import * as z from "zod";
import { IdParams, one, route } from "#http";
import { MessageFigures, messageFigures, StatsQuery } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/messages",
  role: "viewer",
  summary: "The results of the messages of each step",
  description: "Opens and clicks are rated over people who agreed to be tracked alone.",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  query: StatsQuery,
  response: one(z.array(MessageFigures)),
  handler: async ({ ctx, params, query }) => ({ data: await messageFigures(ctx, params.id, query) }),
});
