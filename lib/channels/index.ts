export { CHANNEL_KINDS, type Channel, type ChannelKind, type Message, type SendResult } from "./channel.ts";
export { isMailAddress } from "./email/address.ts";
export { messageId } from "./email/message-id.ts";
export { type ChannelSettings, type Channels, openChannels } from "./open-channels.ts";
export { closeProcessChannels, processChannels } from "./process-channels.ts";
