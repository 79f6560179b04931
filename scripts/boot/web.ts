import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Config } from "#config";
import type { Database } from "#db";
import { clientAddress, createIngestDoor } from "#ingest-door";
import { inLogContext, log } from "#log";
import { timeRequest } from "#metrics";
import { ADDRESS_HEADER } from "#services/accounts";
import { describeSpan, inSpan } from "#traces";
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
  const http = openHttpServer((request, response) => void take(request, response), { trustProxy });
  const pages = await openPages(http.server);
  const secured = {
    builtPages: pages.builtPages,
    dev: process.env.NODE_ENV === "development",
    isSecure: baseUrl.startsWith("https:"),
  };

  /** Every line that is logged for a request has its id, and so has the answer. */
  function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    response.setHeader(REQUEST_ID, requestId);
    const { method = "", headers } = request;
    const traceparent = headers.traceparent;
    const about = {
      kind: "server" as const,
      attributes: { "http.request.method": method, "sojourn.request_id": requestId },
      traceparent: typeof traceparent === "string" ? traceparent : undefined,
    };
    return inLogContext({ requestId }, () => inSpan(method, about, () => answered(request, response)));
  }

  /** Until the answer was sent, or its client left. */
  async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = new Promise<void>((resolve) => response.once("close", resolve));
    await answer(request, response);
    await closed;
    const { statusCode } = response;
    describeSpan({ "http.response.status_code": statusCode }, { hasFailed: statusCode >= 500 });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      noteAddress(request, trustProxy);
      const path = pathOf(request);
      const isIngest = door.handles(path);
      // Events come by POST, and their answers are for programs.
      if (request.method !== "POST" || !isIngest) secureAnswer(request, response, secured);
      const refusal = findRefusal(request);
      const kind = isIngest ? "ingest" : path.startsWith("/api/") ? "api" : "pages";
      // The path may name a person; a route of the API says its own name.
      describeSpan({}, { name: `${request.method} ${kind}` });
      const ended = timeRequest(kind);
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

const REQUEST_ID = "x-request-id";
/** An id of a proxy is kept; what else somebody writes there is not logged. */
const GIVEN_ID = /^[A-Za-z0-9._-]{8,64}$/;

function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers[REQUEST_ID];
  return typeof given === "string" && GIVEN_ID.test(given) ? given : crypto.randomUUID();
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
