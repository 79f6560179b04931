import { IdParams, one, route } from "#http";
import { getPeopleImport, PeopleImport } from "#services/people-imports";

export const GET = route({
  method: "GET",
  path: "/api/people-imports/[id]",
  role: "viewer",
  summary: "Read an imported list",
  description: "Its id is also that of its operation, by which it is cancelled.",
  tags: ["People"],
  params: IdParams,
  response: one(PeopleImport),
  handler: async ({ ctx, params }) => ({ data: await getPeopleImport(ctx, params.id) }),
});
