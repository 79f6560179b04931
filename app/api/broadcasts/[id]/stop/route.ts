import { IdParams, one, route } from "#http";
import { BroadcastDetail, stopBroadcast } from "#services/broadcasts";

export const POST = route({
  method: "POST",
  path: "/api/broadcasts/[id]/stop",
  role: "editor",
  summary: "Stop a broadcast; what was sent stays sent",
  tags: ["Broadcasts"],
  params: IdParams,
  response: one(BroadcastDetail),
  handler: async ({ ctx, params }) => ({ data: await stopBroadcast(ctx, params.id) }),
});
