import { many, one, route } from "#http";
import { createPerson, listPeople, NewPerson, PeopleQuery, Person } from "#services/people";

const about = { path: "/api/people", tags: ["People"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List people",
  query: PeopleQuery,
  response: many(Person),
  handler: ({ ctx, query }) => listPeople(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a person",
  body: NewPerson,
  status: 201,
  response: one(Person),
  handler: async ({ ctx, body }) => ({ data: await createPerson(ctx, body) }),
});
