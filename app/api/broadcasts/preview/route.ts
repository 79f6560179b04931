import { one, route } from "#http";
import { BroadcastPreview, BroadcastPreviewInput, previewBroadcast } from "#services/broadcasts";

export const POST = route({
  method: "POST",
  path: "/api/broadcasts/preview",
  role: "viewer",
  summary: "Whom a broadcast would reach now, and why not the others",
  tags: ["Broadcasts"],
  body: BroadcastPreviewInput,
  response: one(BroadcastPreview),
  handler: async ({ ctx, body }) => ({ data: await previewBroadcast(ctx, body) }),
});
