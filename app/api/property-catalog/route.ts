import { one, route } from "#http";
import { getPropertyCatalog, PropertyCatalog } from "#services/property-catalog";

export const GET = route({
  method: "GET",
  path: "/api/property-catalog",
  role: "viewer",
  summary: "Show what rules can be about: events with their properties, traits, tags, stages and segments",
  tags: ["Events"],
  response: one(PropertyCatalog),
  handler: async ({ ctx }) => ({ data: await getPropertyCatalog(ctx) }),
});
