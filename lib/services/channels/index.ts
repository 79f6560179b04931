export { createChannel } from "./create-channel.ts";
export { deleteChannel } from "./delete-channel.ts";
export { findChannel, viewChannel } from "./find-channel.ts";
export { listChannels } from "./list-channels.ts";
export { Channel, ChannelPatch, ChannelQuery, NewChannel } from "./schema.ts";
export { updateChannel } from "./update-channel.ts";
