import * as z from "zod";
import { IdParams, one, route } from "#http";
import { SegmentUse, segmentUses } from "#services/segments";

export const GET = route({
  method: "GET",
  path: "/api/segments/[id]/uses",
  role: "viewer",
  summary: "List where a segment is used",
  tags: ["Segments"],
  params: IdParams,
  response: one(z.array(SegmentUse)),
  handler: async ({ ctx, params }) => ({ data: await segmentUses(ctx, params.id) }),
});
