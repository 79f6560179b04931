import { CANVAS_BODY_BYTES, IdParams, readIfMatch, route, withRevision } from "#http";
import { CanvasInput, SavedJourney, saveCanvas } from "#services/journeys";

export const PUT = route({
  method: "PUT",
  path: "/api/journeys/[id]/canvas",
  role: "editor",
  summary: "Save the canvas",
  description:
    "Replaces all nodes and edges at once. With `If-Match`, the answer is 412 if the canvas was changed in the meantime.",
  tags: ["Journeys"],
  params: IdParams,
  body: CanvasInput,
  maxBytes: CANVAS_BODY_BYTES,
  response: SavedJourney,
  handler: async ({ ctx, params, body, request }) => {
    const saved = await saveCanvas(ctx, params.id, body, readIfMatch(request.headers));
    return withRevision(saved, saved.data.revision);
  },
});
