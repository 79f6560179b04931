import * as z from "zod";
import { eventStream, IdParams, route } from "#http";
import { findJourney, findVersionId } from "#services/journeys";
import { StatsQuery, watchJourney } from "#services/stats";

export const dynamic = "force-dynamic";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/live",
  role: "viewer",
  summary: "Follow a journey as it happens",
  description: "Server-sent events: `stats` (as from /stats) about once a second while they change, and `hop`.",
  tags: ["Analytics"],
  params: IdParams,
  query: StatsQuery,
  produces: "text/event-stream",
  response: z.string(),
  handler: async ({ ctx, caller, params, query, request }) => {
    const { id } = await findJourney(ctx, params.id);
    await findVersionId(ctx, id, query);
    return eventStream(caller, request.signal, async function* (signal) {
      for await (const event of watchJourney(ctx, id, query, signal)) {
        if (event.kind === "heartbeat") yield null;
        else yield event.kind === "stats" ? { event: "stats", data: event.stats } : { event: "hop", data: event.hop };
      }
    });
  },
});
