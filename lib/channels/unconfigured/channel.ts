import type { Channel, ChannelKind } from "../channel.ts";

const WORDS: Readonly<Record<ChannelKind, string>> = {
  email: "email",
  sms: "SMS",
  push: "push",
  webhook: "webhook",
  inapp: "in-page",
};

/** Stands for a channel nobody has set up: each message fails for good and says so. */
export function unconfiguredChannel(kind: ChannelKind): Channel {
  const error = `No ${WORDS[kind]} channel is set up in this installation.`;
  return {
    kind,
    name: `No ${WORDS[kind]} channel`,
    concurrency: 1_000,
    send: async () => ({ status: "failed", permanent: true, error }),
    close: async () => {},
  };
}
