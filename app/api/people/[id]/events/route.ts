import * as z from "zod";
import { many, PersonParams, route } from "#http";
import { pageFields } from "#services";
import { Event, listEvents } from "#services/events";
import { findPerson } from "#services/people";

export const GET = route({
  method: "GET",
  path: "/api/people/[id]/events",
  role: "viewer",
  summary: "List a person's events",
  tags: ["People"],
  params: PersonParams,
  query: z.object(pageFields),
  response: many(Event),
  handler: async ({ ctx, params, query }) => {
    const { id } = await findPerson(ctx, params.id);
    return listEvents(ctx, { ...query, personId: id });
  },
});
