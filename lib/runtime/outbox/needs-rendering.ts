import { channelKinds, isChannelKind } from "#channels";
import type { Claimed } from "#store/deliveries";

/**
 * Whether the bytes are yet to be made. Attempts count from 1 again when somebody asks for another try: then the person
 * and the content as they are now.
 */
export function needsRendering({ channel, rendered, attempts }: Claimed): boolean {
  const isMade = isChannelKind(channel) && channelKinds[channel].renders !== null;
  return isMade && (rendered === null || attempts === 1);
}
