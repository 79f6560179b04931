import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Config } from "#config";
import type { Database } from "#db";
import { clientAddress, createIngestDoor } from "#ingest-door";
import { log } from "#log";
import { timeRequest } from "#metrics";
import { ADDRESS_HEADER } from "#services/accounts";
import { BROWSER_CLIENT } from "../steps/build-browser-client.ts";
import { explainWrongMethods } from "./explain-wrong-methods.ts";
import { openHttpServer } from "./http-server.ts";
import type { Pages } from "./pages.ts";
import { findRefusal, refuseRequest } from "./refuse-request.ts";
import { secureAnswer } from "./secure-answers.ts";

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];

export type Web = {
  readonly server: Server;
  readonly listen: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** One port for everything: the ingest door handles its paths before the pages. */
export async function openWeb(
  config: Config,
  database: Database,
  openPages: (server: Server) => Promise<Pages>,
): Promise<Web> {
  const { rateLimit, trustProxy, port, host, baseUrl } = config;
  const door = createIngestDoor({ database, rateLimit, trustProxy, baseUrl, sdkFolder: BROWSER_CLIENT });
  const http = openHttpServer((request, response) => void answer(request, response), { trustProxy });
  const pages = await openPages(http.server);
  const secured = {
    builtPages: pages.builtPages,
    dev: process.env.NODE_ENV === "development",
    isSecure: baseUrl.startsWith("https:"),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      noteAddress(request, trustProxy);
      const path = pathOf(request);
      const isIngest = door.handles(path);
      // Events come by POST, and their answers are for programs.
      if (request.method !== "POST" || !isIngest) secureAnswer(request, response, secured);
      const refusal = findRefusal(request);
      const ended = timeRequest(isIngest ? "ingest" : path.startsWith("/api/") ? "api" : "pages");
      response.once("close", () => ended(response.statusCode));
      if (refusal) return await refuseRequest(response, refusal);
      if (isIngest) return await door.nodeListener(request, response);
      if (path.startsWith("/api/")) explainWrongMethods(request.method ?? "", response);
      await pages.answer(request, response);
    } catch (error) {
      await fail(error, response);
    }
  }

  return {
    server: http.server,
    listen: () => http.listen(port, host),
    close: async () => {
      await http.close();
      await pages.close();
    },
  };
}

const pathOf = ({ url = "/" }: IncomingMessage): string => url.split("?", 1)[0] ?? "/";

// Forwarded headers of a client are trusted only behind our own proxy.
function noteAddress(request: IncomingMessage, trustProxy: boolean): void {
  const address = clientAddress(request, trustProxy) ?? "";
  if (!trustProxy) for (const name of FORWARDED) delete request.headers[name];
  request.headers[ADDRESS_HEADER] = address;
}

async function fail(error: unknown, response: ServerResponse): Promise<void> {
  if (!response.headersSent) return refuseRequest(response, error);
  log.error("a request failed after its answer began", { error });
  response.destroy();
}
