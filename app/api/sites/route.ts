import { many, one, route } from "#http";
import { createSite, listSites, NewSite, Site, SiteQuery } from "#services/sites";

const about = { path: "/api/sites", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List sites",
  query: SiteQuery,
  response: many(Site),
  handler: ({ ctx, query }) => listSites(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a site",
  body: NewSite,
  status: 201,
  response: one(Site),
  handler: async ({ ctx, body }) => ({ data: await createSite(ctx, body) }),
});
