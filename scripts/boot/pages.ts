import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import type { Config } from "#config";
import { type BuiltPages, readBuiltPages } from "./built-pages.ts";

/** The handler of all requests except ingestion. */
export type Pages = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly builtPages: BuiltPages;
  readonly close: () => Promise<void>;
};

/**
 * Next with the pages and the routes of `app`. In production it gets a server that never listens: to a real one it adds
 * a listener for upgrades that neither answers nor closes them, so each would hold a descriptor until the process ends.
 */
export async function openPages({ port, host }: Config, dev: boolean, server: Server): Promise<Pages> {
  const app = next({ dev, port, httpServer: dev ? server : createServer(), hostname: host ?? "localhost" });
  await app.prepare();
  // In development the pages get changes over Next's web socket.
  if (dev) {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
      if (!request.url?.startsWith("/_next/")) socket.destroy();
    });
  }
  const builtPages = dev ? () => ({ isBuilt: false, hashes: [] }) : await readBuiltPages();
  return { answer: app.getRequestHandler(), builtPages, close: () => app.close() };
}
