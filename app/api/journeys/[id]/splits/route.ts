import * as z from "zod";
import { IdParams, one, route } from "#http";
import { listSplits, Split } from "#services/splits";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/splits",
  role: "viewer",
  summary: "Compare the paths of a journey's splits",
  description:
    "For each path of the published version: people, those who reached the goal, the rate with its 95 % interval, the probability to be the best, and the lift over the holdout.",
  tags: ["Analytics"],
  figures: true,
  params: IdParams,
  response: one(z.array(Split)),
  handler: async ({ ctx, params }) => ({ data: await listSplits(ctx, params.id) }),
});
