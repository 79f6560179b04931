import * as z from "zod";
import { IdParams, one, route } from "#http";
import { ContentUse, contentUses } from "#services/content";

export const GET = route({
  method: "GET",
  path: "/api/content/[id]/uses",
  role: "viewer",
  summary: "List where a content item is used",
  tags: ["Content"],
  params: IdParams,
  response: one(z.array(ContentUse)),
  handler: async ({ ctx, params }) => ({ data: await contentUses(ctx, params.id) }),
});
