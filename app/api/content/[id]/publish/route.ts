import * as z from "zod";
import { IdParams, route } from "#http";
import { Content, ContentFinding, PublishContentInput, publishContent } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/[id]/publish",
  role: "editor",
  summary: "Publish the draft of a content item",
  description:
    "Messages queued from now on are made of it; those queued before keep what they were promised. Refused with every error in it (422), and when somebody changed it meanwhile (409).",
  tags: ["Content"],
  params: IdParams,
  body: PublishContentInput,
  response: z.object({ data: Content, warnings: z.array(ContentFinding) }),
  handler: ({ ctx, params, body }) => publishContent(ctx, params.id, body),
});
