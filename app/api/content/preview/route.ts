import { one, route, TRIAL_LIMIT } from "#http";
import { Preview, PreviewInput, previewContent } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/preview",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Render an unsaved message for a person",
  tags: ["Content"],
  body: PreviewInput,
  response: one(Preview),
  handler: async ({ ctx, body }) => ({ data: await previewContent(ctx, body) }),
});
