import { one, route } from "#http";
import { Replayed, ReplayInput, replayRejected } from "#services/signals";

export const POST = route({
  method: "POST",
  path: "/api/signals/rejected/replay",
  role: "editor",
  summary: "Process kept signals again",
  description:
    "In the order in which they were accepted. What a kept change of a person (as from `identify`) says of a trait, a tag, a segment, the stage or an id of theirs is left out where a later change, processed or waiting, has said something of the same: older data does not come over newer. `superseded` names what was left out.",
  tags: ["Events"],
  body: ReplayInput,
  response: one(Replayed),
  handler: async ({ ctx, body }) => ({ data: await replayRejected(ctx, body) }),
});
