import type { Channel, ChannelKind } from "../channel.ts";
import { channelKinds } from "../kinds.ts";

/** Stands for a channel nobody has set up: each message fails for good and says so. */
export function unconfiguredChannel(kind: ChannelKind): Channel {
  const { name } = channelKinds[kind];
  const error = `No ${name} channel is set up in this installation.`;
  return {
    kind,
    name: `No ${name} channel`,
    concurrency: 1_000,
    send: async () => ({ status: "failed", permanent: true, error }),
    close: async () => {},
  };
}
