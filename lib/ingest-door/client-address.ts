import type { IncomingMessage } from "node:http";

/** No address is longer; a header may be. */
const LONGEST = 64;

/** Where a request comes from: the socket's other end, or what our own proxy wrote last into `X-Forwarded-For`. */
export function clientAddress(incoming: IncomingMessage, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? [incoming.headers["x-forwarded-for"] ?? []].flat().join(",") : "";
  const last = forwarded.split(",").at(-1)?.trim();
  return last && last.length <= LONGEST ? last : (incoming.socket.remoteAddress ?? null);
}
