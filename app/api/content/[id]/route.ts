import { IdParams, Nothing, noContent, one, route } from "#http";
import { Content, ContentPatch, deleteContent, getContent, updateContent } from "#services/content";

const about = { path: "/api/content/[id]", tags: ["Content"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a content item",
  response: one(Content),
  handler: async ({ ctx, params }) => ({ data: await getContent(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a content item",
  body: ContentPatch,
  response: one(Content),
  handler: async ({ ctx, params, body }) => ({ data: await updateContent(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a content item",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteContent(ctx, params.id);
    return noContent();
  },
});
