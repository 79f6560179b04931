import { IdParams, one, route } from "#http";
import { createPreviewLink, PreviewLink, PreviewLinkInput } from "#services/preview-links";

export const POST = route({
  method: "POST",
  path: "/api/content/[id]/preview-links",
  role: "editor",
  summary: "Make a link to a page of a site for looking at a draft or picking an element",
  description: "It holds for an hour, on pages of the site that has the address among its origins.",
  tags: ["Content"],
  params: IdParams,
  body: PreviewLinkInput,
  response: one(PreviewLink),
  status: 201,
  handler: async ({ ctx, params, body }) => ({ data: await createPreviewLink(ctx, params.id, body) }),
});
