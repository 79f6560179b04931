import { IdParams, one, route } from "#http";
import { getSite, Site, SitePatch, updateSite } from "#services/sites";

const about = { path: "/api/sites/[id]", tags: ["Workspace"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a site",
  response: one(Site),
  handler: async ({ ctx, params }) => ({ data: await getSite(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a site",
  body: SitePatch,
  response: one(Site),
  handler: async ({ ctx, params, body }) => ({ data: await updateSite(ctx, params.id, body) }),
});
