import { createServer, type ServerResponse } from "node:http";
import type { Database } from "#db";
import { log } from "#log";
import { metricsText, OPEN_METRICS } from "#metrics";
import { isHealthy, isReady, measureInstallation } from "#services/installation";
import { listenOn } from "./http-server.ts";
import type { Part } from "./run.ts";

const PATIENCE_MS = 4_000;

/**
 * A port of its own for a monitoring system: `/metrics`, `/health` and `/ready`. It is never the port of the product, so
 * that nothing of it is public by mistake. A worker has no other port.
 */
export async function openMonitoring(database: Database, port: number, host: string): Promise<Part & { port: number }> {
  const own = database.fork({ max: 1, settings: { statement_timeout: PATIENCE_MS } });
  const server = createServer((request, response) => {
    const answer = ANSWERS[(request.url ?? "/").split("?", 1)[0] ?? "/"];
    if (!answer || request.method !== "GET") return end(response, 404, "There are /metrics, /health and /ready.\n");
    void answer(own, response).catch((error: unknown) => {
      log.error("a scrape failed", { error });
      if (!response.headersSent) end(response, 500, "The scrape failed; the log says why.\n");
    });
  });
  server.requestTimeout = PATIENCE_MS;
  await listenOn(server, port, host, "SOJOURN_METRICS_PORT");
  const address = server.address();
  return {
    name: "The monitoring port",
    port: typeof address === "object" && address ? address.port : port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await own.close();
    },
  };
}

const ANSWERS: Readonly<Record<string, (database: Database, response: ServerResponse) => Promise<void>>> = {
  "/metrics": async (database, response) => {
    const figures = await measureInstallation(database, new Date()).catch(() => null);
    end(response, 200, await metricsText(figures), OPEN_METRICS);
  },
  "/health": async (_, response) => (isHealthy() ? end(response, 200, "healthy\n") : end(response, 503, "unhealthy\n")),
  "/ready": async (_, response) =>
    (await isReady()) ? end(response, 200, "ready\n") : end(response, 503, "not ready\n"),
};

function end(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
}
