import { one, route } from "#http";
import { Replayed, ReplayInput, replayRejected } from "#services/signals";

export const POST = route({
  method: "POST",
  path: "/api/signals/rejected/replay",
  role: "editor",
  summary: "Process kept signals again",
  description:
    "Signals are processed in the order in which they were accepted. A kept change to a person (as from `identify`) skips each trait, tag, segment, stage or id that a later change has set, so that older data never overwrites newer data. `superseded` names what was skipped.",
  tags: ["Events"],
  body: ReplayInput,
  response: one(Replayed),
  handler: async ({ ctx, body }) => ({ data: await replayRejected(ctx, body) }),
});
