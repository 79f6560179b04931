import * as z from "zod";
import { route } from "#http";
import { nextOccurrences, Occurrence } from "#services/sending-policies";

export const GET = route({
  method: "GET",
  path: "/api/sending-policies/occurrences",
  role: "viewer",
  summary: "List the next starts of scheduled journeys",
  description: "The next five of each SCHEDULE trigger of published journeys, at most 50, the earliest first.",
  tags: ["Sending policies"],
  response: z.object({ data: z.array(Occurrence) }),
  handler: async ({ ctx }) => ({ data: await nextOccurrences(ctx) }),
});
