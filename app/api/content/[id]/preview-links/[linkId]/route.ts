import { one, route } from "#http";
import { getPreviewLink, LinkParams, PreviewLink } from "#services/preview-links";

export const GET = route({
  method: "GET",
  path: "/api/content/[id]/preview-links/[linkId]",
  role: "editor",
  summary: "Get what happened with a preview link",
  description: "`picked` is the element that its maker pointed at.",
  tags: ["Content"],
  params: LinkParams,
  response: one(PreviewLink),
  handler: async ({ ctx, params }) => ({ data: await getPreviewLink(ctx, params.id, params.linkId) }),
});
