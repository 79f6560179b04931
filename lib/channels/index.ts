export type {
  Channel,
  ChannelKind,
  DeviceAnswer,
  LiveCall,
  LostAddress,
  Message,
  PushDevice,
  SendResult,
  SetUpFault,
  WebRequest,
  WebResponse,
} from "./channel.ts";
export { channelKinds, isChannelKind, rendersOf } from "./kinds.ts";
export { type ChannelSettings, type Channels, openChannels } from "./open-channels.ts";
export { processChannels } from "./process-channels.ts";
export type { ProviderSetUp, Providers } from "./providers/open-providers.ts";
export { makeVapidKeys } from "./push/vapid-keys.ts";
