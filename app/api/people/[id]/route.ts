import { one, PersonParams, route } from "#http";
import { getPerson, Person, PersonPatch, updatePerson } from "#services/people";

const about = { path: "/api/people/[id]", tags: ["People"], params: PersonParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a person",
  response: one(Person),
  handler: async ({ ctx, params }) => ({ data: await getPerson(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a person",
  body: PersonPatch,
  response: one(Person),
  handler: async ({ ctx, params, body }) => ({ data: await updatePerson(ctx, params.id, body) }),
});
