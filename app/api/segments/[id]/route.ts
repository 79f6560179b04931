import { IdParams, Nothing, noContent, one, route } from "#http";
import { deleteSegment, getSegment, Segment, SegmentPatch, updateSegment } from "#services/segments";

const about = { path: "/api/segments/[id]", tags: ["Segments"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a segment",
  response: one(Segment),
  handler: async ({ ctx, params }) => ({ data: await getSegment(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a segment",
  body: SegmentPatch,
  response: one(Segment),
  handler: async ({ ctx, params, body }) => ({ data: await updateSegment(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a segment",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteSegment(ctx, params.id);
    return noContent();
  },
});
