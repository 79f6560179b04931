import { many, one, route } from "#http";
import { Channel, ChannelQuery, createChannel, listChannels, NewChannel } from "#services/channels";

const about = { path: "/api/channels", tags: ["Channels"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List channels",
  query: ChannelQuery,
  response: many(Channel),
  handler: ({ ctx, query }) => listChannels(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a channel",
  body: NewChannel,
  status: 201,
  response: one(Channel),
  handler: async ({ ctx, body }) => ({ data: await createChannel(ctx, body) }),
});
