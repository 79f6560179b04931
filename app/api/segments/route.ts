import { many, one, route } from "#http";
import { createSegment, listSegments, NewSegment, Segment, SegmentQuery } from "#services/segments";

const about = { path: "/api/segments", tags: ["Segments"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List segments",
  query: SegmentQuery,
  response: many(Segment),
  handler: ({ ctx, query }) => listSegments(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a segment",
  body: NewSegment,
  status: 201,
  response: one(Segment),
  handler: async ({ ctx, body }) => ({ data: await createSegment(ctx, body) }),
});
