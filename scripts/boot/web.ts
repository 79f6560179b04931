import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import type { Config } from "#config";
import type { Database } from "#db";
import { clientAddress, createIngestDoor } from "#ingest-door";
import { ADDRESS_HEADER } from "#services/accounts";

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];
const LAST_WORDS_MS = 1_000;
const PORT_PATIENCE_MS = 3_000;

export type Web = { readonly listen: () => Promise<void>; readonly close: () => Promise<void> };

/** One port for everything: the ingest door answers its paths before Next sees them. */
export async function openWeb(config: Config, database: Database, dev: boolean): Promise<Web> {
  const { rateLimit, trustProxy, port, baseUrl } = config;
  const door = createIngestDoor({ database, rateLimit, trustProxy, baseUrl });
  const server = createServer();
  server.keepAliveTimeout = 65_000;
  const app = next({ dev, port, httpServer: server, hostname: config.host ?? "localhost" });
  await app.prepare();
  const answer = app.getRequestHandler();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    noteAddress(request, trustProxy);
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    const answered = door.handles(path) ? door.nodeListener(request, response) : answer(request, response);
    answered.catch((error: unknown) => fail(error, response));
  });
  return {
    listen: () => listen(server, config),
    close: async () => {
      await closeServer(server);
      await app.close();
    },
  };
}

// What a client claims about itself is believed only behind a proxy of ours.
function noteAddress(request: IncomingMessage, trustProxy: boolean): void {
  const address = clientAddress(request, trustProxy) ?? "";
  if (!trustProxy) for (const name of FORWARDED) delete request.headers[name];
  request.headers[ADDRESS_HEADER] = address;
}

function fail(error: unknown, response: ServerResponse): void {
  console.error("a request failed:", error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "content-type": "text/plain" }).end("Something went wrong.");
}

// The port of a server that is just stopping is free a moment later.
async function listen(server: Server, { port, host }: Config): Promise<void> {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  for (;;) {
    try {
      server.listen({ port, ...(host ? { host } : {}) });
      await once(server, "listening");
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (Date.now() > deadline)
        throw new Error(`Port ${port} is in use by another program. Choose another one with PORT=…`);
      await sleep(200);
    }
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeIdleConnections();
    // Live streams never end by themselves.
    setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS).unref();
  });
}
