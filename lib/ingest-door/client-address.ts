import type { IncomingMessage } from "node:http";
import { LONGEST_ADDRESS } from "#values";

/** The address of a request: the socket's, or the last entry of `X-Forwarded-For`, which our own proxy wrote. */
export function clientAddress(incoming: IncomingMessage, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? [incoming.headers["x-forwarded-for"] ?? []].flat().join(",") : "";
  const last = forwarded.split(",").at(-1)?.trim();
  return last && last.length <= LONGEST_ADDRESS ? last : (incoming.socket.remoteAddress ?? null);
}
