import * as z from "zod";
import { one, route } from "#http";
import { listSavedViews, NewSavedView, SavedView, SavedViewQuery, saveView } from "#services/saved-views";

const about = { path: "/api/saved-views", tags: ["Workspace"], role: "viewer" } as const;

export const GET = route({
  ...about,
  method: "GET",
  summary: "List saved views",
  description: "One's own and those of everyone, by name.",
  query: SavedViewQuery,
  response: one(z.array(SavedView)),
  handler: async ({ ctx, query }) => ({ data: await listSavedViews(ctx, query) }),
});

export const POST = route({
  ...about,
  method: "POST",
  summary: "Save ranges and filters of a page under a name",
  description: "For oneself, or, as an editor, for everyone.",
  body: NewSavedView,
  status: 201,
  response: one(SavedView),
  handler: async ({ ctx, body }) => ({ data: await saveView(ctx, body) }),
});
