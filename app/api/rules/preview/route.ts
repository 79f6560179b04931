import { CHECK_LIMIT, one, route } from "#http";
import { previewRules, RulesPreview, RulesPreviewInput } from "#services/rules";

export const POST = route({
  method: "POST",
  path: "/api/rules/preview",
  role: "editor",
  limit: CHECK_LIMIT,
  summary: "Count who meets rules now, among all people or a sample of 10,000, with ten people of each side",
  tags: ["Segments"],
  body: RulesPreviewInput,
  response: one(RulesPreview),
  handler: async ({ ctx, body }) => ({ data: await previewRules(ctx, body) }),
});
