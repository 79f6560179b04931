import { one, route } from "#http";
import { Discarded, DiscardInput, discardRejected } from "#services/signals";

export const POST = route({
  method: "POST",
  path: "/api/signals/rejected/discard",
  role: "editor",
  summary: "Discard kept signals permanently",
  tags: ["Events"],
  body: DiscardInput,
  response: one(Discarded),
  handler: async ({ ctx, body }) => ({ data: await discardRejected(ctx, body) }),
});
