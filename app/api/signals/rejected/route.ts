import { many, route } from "#http";
import { listRejected, RejectedQuery, RejectedSignal } from "#services/signals";

export const GET = route({
  method: "GET",
  path: "/api/signals/rejected",
  role: "editor",
  summary: "List signals that could not be processed and are kept",
  tags: ["Events"],
  query: RejectedQuery,
  response: many(RejectedSignal),
  handler: ({ ctx, query }) => listRejected(ctx, query),
});
