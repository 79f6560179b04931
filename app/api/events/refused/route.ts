import { route } from "#http";
import { listRefusedMessages, RefusedMessages, RefusedQuery } from "#services/events";

export const GET = route({
  method: "GET",
  path: "/api/events/refused",
  role: "viewer",
  summary: "List the messages that were refused or changed on arrival, by reason and field",
  tags: ["Events"],
  query: RefusedQuery,
  response: RefusedMessages,
  handler: ({ ctx, query }) => listRefusedMessages(ctx, query),
});
