export type { Channel, ChannelKind, Message, SendResult, SetUpFault, WebRequest, WebResponse } from "./channel.ts";
export { channelKinds, isChannelKind } from "./kinds.ts";
export { type ChannelSettings, type Channels, openChannels } from "./open-channels.ts";
export { processChannels } from "./process-channels.ts";
