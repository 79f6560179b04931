import * as z from "zod";
import { many, one, PersonParams, route } from "#http";
import { pageFields } from "#services";
import { Event, listEvents } from "#services/events";
import { findPerson, PersonEventInput, ReportedUserEvent, reportEvent } from "#services/people";

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

export const POST = route({
  method: "POST",
  path: "/api/people/[id]/events",
  role: "editor",
  summary: "Report an event as a person, to try what it sets off",
  description: "Journeys react to it as to an event of a client. Clients send theirs to `/api/track`.",
  tags: ["People"],
  params: PersonParams,
  body: PersonEventInput,
  response: one(ReportedUserEvent),
  status: 201,
  handler: async ({ ctx, params, body }) => ({ data: await reportEvent(ctx, params.id, body) }),
});
