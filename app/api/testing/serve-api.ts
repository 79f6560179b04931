import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Database } from "#db";
import { problemResponse } from "#http";
import { createIngestDoor, type IngestDoorOptions } from "#ingest-door";
import { answerRequest } from "./client.ts";

export type ServedApi = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/** The whole API on a port of the loopback: the ingest door before the route handlers, as the server has them. */
export async function serveApi(
  database: Database,
  port = 0,
  options: Partial<IngestDoorOptions> = {},
): Promise<ServedApi> {
  const door = createIngestDoor({ database, ...options });
  const api = getRequestListener((request) => answerRequest(request).catch((error) => problemResponse(error)), {
    overrideGlobalObjects: false,
  });
  const server = createServer((incoming, outgoing) => {
    const [path = "/"] = (incoming.url ?? "/").split("?", 1);
    void (door.handles(path) ? door.nodeListener(incoming, outgoing) : api(incoming, outgoing));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
