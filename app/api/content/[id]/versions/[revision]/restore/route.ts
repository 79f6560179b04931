import { one, route } from "#http";
import { ContentDraft, RevisionParams, restoreContentVersion } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/[id]/versions/[revision]/restore",
  role: "editor",
  summary: "Put a version of a content item into its draft",
  tags: ["Content"],
  params: RevisionParams,
  response: one(ContentDraft),
  handler: async ({ ctx, params }) => ({ data: await restoreContentVersion(ctx, params.id, params.revision) }),
});
