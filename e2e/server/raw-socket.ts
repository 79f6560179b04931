import { once } from "node:events";
import { connect, type Socket } from "node:net";

export type RawSocket = {
  readonly socket: Socket;
  /** What the server has sent so far. */
  readonly received: () => string;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<unknown>;
};

/** A connection to a local server that sends these bytes and waits. */
export async function openRawSocket(url: string, bytes: string): Promise<RawSocket> {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  let text = "";
  socket.on("data", (part) => (text += part));
  socket.on("error", () => {});
  // Half open on purpose: a client that does not close its side either.
  const closed = Promise.race([once(socket, "end"), once(socket, "close")]);
  await once(socket, "connect");
  if (bytes) socket.write(bytes);
  return { socket, received: () => text, closed };
}

/** The bytes of a request without a body. */
export const requestBytes = (method: string, path: string, headers: Record<string, string> = {}): string =>
  `${[
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join("\r\n")}\r\n\r\n`;
