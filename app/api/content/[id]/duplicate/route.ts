import { IdParams, one, route } from "#http";
import { Content, DuplicateInput, duplicateContent } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/[id]/duplicate",
  role: "editor",
  summary: "Copy a content item",
  description: "As it stands in its draft.",
  tags: ["Content"],
  params: IdParams,
  body: DuplicateInput,
  status: 201,
  response: one(Content),
  handler: async ({ ctx, params, body }) => ({ data: await duplicateContent(ctx, params.id, body) }),
});
