import { many, route } from "#http";
import { listRejected, RejectedQuery, RejectedSignal } from "#services/signals";

export const GET = route({
  method: "GET",
  path: "/api/signals/rejected",
  role: "editor",
  summary: "List signals that could not be processed and are kept",
  description: "Newest first. They are kept for 90 days. `total` counts up to 1,001, which stands for more than 1,000.",
  tags: ["Events"],
  query: RejectedQuery,
  response: many(RejectedSignal),
  handler: ({ ctx, query }) => listRejected(ctx, query),
});
