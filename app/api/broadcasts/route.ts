import { many, one, route } from "#http";
import {
  Broadcast,
  BroadcastDetail,
  BroadcastQuery,
  createBroadcast,
  listBroadcasts,
  NewBroadcast,
} from "#services/broadcasts";

const about = { path: "/api/broadcasts", tags: ["Broadcasts"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List broadcasts, the newest first",
  query: BroadcastQuery,
  response: many(Broadcast),
  handler: ({ ctx, query }) => listBroadcasts(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Send one message to many people, once",
  body: NewBroadcast,
  status: 201,
  response: one(BroadcastDetail),
  handler: async ({ ctx, body }) => ({ data: await createBroadcast(ctx, body) }),
});
