import { many, route } from "#http";
import { Event, EventQuery, listEvents } from "#services/events";

export const GET = route({
  method: "GET",
  path: "/api/events",
  role: "viewer",
  summary: "List events, newest first",
  tags: ["Events"],
  query: EventQuery,
  response: many(Event),
  handler: ({ ctx, query }) => listEvents(ctx, query),
});
