import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The limits of one process, see `docs/limits.md`. */
const CONNECTION_LIMITS = {
  /** Connections at once. When the limit is reached, idle ones are closed for new ones. */
  connections: 10_000,
  /** Connections from one address; unlimited behind a proxy, which has one address for all clients. */
  perAddress: 1_000,
  /** Longest time for the headers of a request to arrive. */
  headersMs: 15_000,
  /** Longest time for a whole request to arrive. */
  requestMs: 60_000,
  /** Above the 60 s after which common load balancers drop an idle connection, so that the balancer closes it first. */
  keepAliveMs: 65_000,
  /** Longest time without data in both directions: live streams send a line every 15 s. */
  silenceMs: 300_000,
  /** How often overdue requests are searched. */
  checkEveryMs: 5_000,
};
/** Time for running requests to be answered when the server stops. */
const LAST_WORDS_MS = 1_000;
const PORT_PATIENCE_MS = 3_000;

export type HttpServer = {
  readonly server: Server;
  readonly listen: (port: number, host: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type HttpServerOptions = {
  readonly trustProxy: boolean;
  readonly limits?: Partial<typeof CONNECTION_LIMITS>;
};

/** An HTTP server that clients cannot exhaust, and that stops regardless of open connections. */
export function openHttpServer(answer: RequestListener, options: HttpServerOptions): HttpServer {
  const limits = { ...CONNECTION_LIMITS, ...options.limits };
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.checkEveryMs,
  });
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.connections;
  server.on("drop", () => server.closeIdleConnections());
  const sockets = trackSockets(server, options.trustProxy ? Number.POSITIVE_INFINITY : limits.perAddress);
  server.on("request", answer);
  return {
    server,
    listen: (port, host) => listenOn(server, port, host, "PORT"),
    close: () => close(server, sockets),
  };
}

/**
 * Every open socket. Node does not track upgraded sockets: `closeAllConnections` leaves them open, and `close` waits
 * for them forever.
 */
function trackSockets(server: Server, perAddress: number): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    const count = (counts.get(address) ?? 0) + 1;
    if (count > perAddress) {
      socket.destroy();
      return;
    }
    counts.set(address, count);
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
  });
  return sockets;
}

/** Listens; the port of a stopping server becomes free a moment later. `setting` is the variable that names the port. */
export async function listenOn(server: Server, port: number, host: string | null, setting: string): Promise<void> {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  for (;;) {
    try {
      server.listen({ port, ...(host ? { host } : {}) });
      await once(server, "listening");
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (Date.now() > deadline)
        throw new Error(`Port ${port} is in use by another program. Choose another one with ${setting}=…`);
      await sleep(200);
    }
  }
}

/** Waits up to a second for running requests; then ends every connection. */
async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const force = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, LAST_WORDS_MS);
  await closed;
  clearTimeout(force);
}
