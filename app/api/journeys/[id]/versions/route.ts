import * as z from "zod";
import { IdParams, one, route } from "#http";
import { listVersions, Version } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/versions",
  role: "viewer",
  summary: "List published versions",
  tags: ["Journeys"],
  params: IdParams,
  response: one(z.array(Version)),
  handler: async ({ ctx, params }) => ({ data: await listVersions(ctx, params.id) }),
});
