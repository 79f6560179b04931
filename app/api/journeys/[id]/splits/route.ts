import * as z from "zod";
import { IdParams, one, route } from "#http";
import { listSplits, Split } from "#services/splits";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/splits",
  role: "viewer",
  summary: "How the paths of a journey's splits compare",
  description:
    "Of each path of the published version: enrollments, those that reached the goal, the rate with its 95 % interval, the probability to be the best, and the lift over the holdout.",
  tags: ["Analytics"],
  params: IdParams,
  response: one(z.array(Split)),
  handler: async ({ ctx, params }) => ({ data: await listSplits(ctx, params.id) }),
});
