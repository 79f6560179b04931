import * as z from "zod";
import { IdParams, many, one, route } from "#http";
import { Person } from "#services/people";
import { changeMembers, listMembers, MembersInput, MembersQuery } from "#services/segments";

const about = { path: "/api/segments/[id]/members", tags: ["Segments"], params: IdParams };
const change = { role: "editor", body: MembersInput, response: one(z.object({ changed: z.int() })) } as const;

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List the people in a segment",
  query: MembersQuery,
  response: many(Person),
  handler: ({ ctx, params, query }) => listMembers(ctx, params.id, query),
});

export const POST = route({
  ...about,
  ...change,
  method: "POST",
  summary: "Put people into a static segment",
  handler: async ({ ctx, params, body }) => ({ data: await changeMembers(ctx, params.id, "add", body) }),
});

export const DELETE = route({
  ...about,
  ...change,
  method: "DELETE",
  summary: "Take people out of a static segment",
  handler: async ({ ctx, params, body }) => ({ data: await changeMembers(ctx, params.id, "remove", body) }),
});
