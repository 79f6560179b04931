import { IdParams, one, route } from "#http";
import { recountJourney } from "#services/journeys";
import { Queued } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/recount",
  role: "editor",
  summary: "Recount past conversions by the current goal",
  description:
    "Runs automatically when a published goal changes. The operation's `result.logFrom` says how far the event log goes back.",
  status: 202,
  tags: ["Journeys"],
  params: IdParams,
  response: one(Queued),
  handler: async ({ ctx, params }) => ({ data: await recountJourney(ctx, params.id) }),
});
