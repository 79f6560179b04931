import { one, route } from "#http";
import { findConflicts, JourneyConflicts } from "#services/sending-policies";

export const GET = route({
  method: "GET",
  path: "/api/sending-policies/conflicts",
  role: "viewer",
  summary: "List journeys that reach the same people",
  description:
    "Pairs of journeys: people who are in both now, and people who got messages of both on the same channel within 24 hours, in the last seven days. Up to about 10,000 people are counted; of more a share is, and `exact` is false.",
  tags: ["Sending policies"],
  response: one(JourneyConflicts),
  handler: async ({ ctx }) => ({ data: await findConflicts(ctx) }),
});
