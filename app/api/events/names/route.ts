import * as z from "zod";
import { one, route } from "#http";
import { EventName, listEventNames } from "#services/events";

export const GET = route({
  method: "GET",
  path: "/api/events/names",
  role: "viewer",
  summary: "List the event names seen so far",
  tags: ["Events"],
  response: one(z.array(EventName)),
  handler: async ({ ctx }) => ({ data: await listEventNames(ctx) }),
});
