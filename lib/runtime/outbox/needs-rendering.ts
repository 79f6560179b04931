import { channelKinds, isChannelKind } from "#channels";
import type { Claimed } from "#store/deliveries";

/**
 * Whether the message has to be rendered. After a manual retry attempts count from 1 again; the message is then
 * rendered again with the current person and content.
 */
export function needsRendering({ channel, rendered, attempts }: Claimed): boolean {
  const isMade = isChannelKind(channel) && channelKinds[channel].renders !== null;
  return isMade && (rendered === null || attempts === 1);
}
