import * as z from "zod";
import { IdParams, one, route } from "#http";
import { listTests, TestRunNote } from "#services/trials";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/tests",
  role: "editor",
  summary: "List who tested a journey",
  description: "The latest 50 test runs, newest first: who ran them, with whom, and how they ended.",
  tags: ["Journeys"],
  params: IdParams,
  response: one(z.array(TestRunNote)),
  handler: async ({ ctx, params }) => ({ data: await listTests(ctx, params.id) }),
});
