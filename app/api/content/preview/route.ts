import { one, route } from "#http";
import { Preview, PreviewInput, previewContent } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/preview",
  role: "viewer",
  summary: "Render an unsaved message as a person would get it",
  tags: ["Content"],
  body: PreviewInput,
  maxBytes: 4 * 1024 * 1024,
  response: one(Preview),
  handler: async ({ ctx, body }) => ({ data: await previewContent(ctx, body) }),
});
