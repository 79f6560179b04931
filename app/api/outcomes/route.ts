import { one, route } from "#http";
import { OutcomeInput, RecordedOutcome, recordOutcome } from "#services/outcomes";

export const POST = route({
  method: "POST",
  path: "/api/outcomes",
  role: "editor",
  summary: "Record what a person did with an offer or a message",
  description:
    "Names the offer, the message or the enrollment; without a name it is about the person's latest offer. Journeys read the strongest outcome of the latest message as `outcome`.",
  tags: ["Decisions"],
  body: OutcomeInput,
  response: one(RecordedOutcome),
  handler: async ({ ctx, body }) => ({ data: await recordOutcome(ctx, body) }),
});
