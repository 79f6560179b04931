import { one, route } from "#http";
import { Replayed, ReplayInput, replayRejected } from "#services/signals";

export const POST = route({
  method: "POST",
  path: "/api/signals/rejected/replay",
  role: "editor",
  summary: "Process kept signals again",
  tags: ["Events"],
  body: ReplayInput,
  response: one(Replayed),
  handler: async ({ ctx, body }) => ({ data: await replayRejected(ctx, body) }),
});
