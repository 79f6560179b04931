import { IdParams, Nothing, noContent, one, route } from "#http";
import { Channel, ChannelPatch, deleteChannel, findChannel, updateChannel, viewChannel } from "#services/channels";

const about = { path: "/api/channels/[id]", tags: ["Channels"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a channel",
  response: one(Channel),
  handler: async ({ ctx, params }) => ({ data: viewChannel(await findChannel(ctx, params.id)) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a channel",
  body: ChannelPatch,
  response: one(Channel),
  handler: async ({ ctx, params, body }) => ({ data: await updateChannel(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a channel",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteChannel(ctx, params.id);
    return noContent();
  },
});
