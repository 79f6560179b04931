import * as z from "zod";
import { IdParams, one, route } from "#http";
import { ContentVersion, listContentVersions } from "#services/content";

export const GET = route({
  method: "GET",
  path: "/api/content/[id]/versions",
  role: "viewer",
  summary: "List the published versions of a content item",
  description: "The newest 200, the one that people get first.",
  tags: ["Content"],
  params: IdParams,
  response: one(z.array(ContentVersion)),
  handler: async ({ ctx, params }) => ({ data: await listContentVersions(ctx, params.id) }),
});
