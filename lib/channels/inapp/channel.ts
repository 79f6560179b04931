import type { Channel } from "../channel.ts";

/** In-page content waits on its delivery until the person's browser requests it. */
export function inappChannel(): Channel {
  return {
    kind: "inapp",
    name: "In-page",
    concurrency: 1_000,
    send: async () => ({ status: "pending" }),
    close: async () => {},
  };
}
