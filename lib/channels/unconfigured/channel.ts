import type { Channel, ChannelKind } from "../channel.ts";
import { channelKinds } from "../kinds.ts";

/** A channel without a set-up: each message fails permanently with a clear error. */
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
