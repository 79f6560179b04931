import { one, PersonParams, route } from "#http";
import { Queued } from "#services/operations";
import { erasePerson, getPerson, Person, PersonPatch, updatePerson } from "#services/people";

const about = { path: "/api/people/[id]", tags: ["People"], params: PersonParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a person",
  response: one(Person),
  handler: async ({ ctx, params }) => ({ data: await getPerson(ctx, params.id) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Erase a person from every table",
  status: 202,
  response: one(Queued),
  handler: async ({ ctx, params }) => ({ data: await erasePerson(ctx, params.id) }),
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
