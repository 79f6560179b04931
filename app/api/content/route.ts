import { many, one, route } from "#http";
import { Content, ContentQuery, createContent, listContent, NewContent } from "#services/content";

const about = { path: "/api/content", tags: ["Content"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List content items",
  query: ContentQuery,
  response: many(Content),
  handler: ({ ctx, query }) => listContent(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a content item",
  body: NewContent,
  status: 201,
  response: one(Content),
  handler: async ({ ctx, body }) => ({ data: await createContent(ctx, body) }),
});
