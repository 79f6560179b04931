import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Database } from "#db";
import { HttpError, problemResponse } from "#http";
import { type IngestItem, IngestProblem, type IngestResult, ingest } from "#runtime";
import { fieldError } from "#services";
import { type Address, Admission, hasKey, type Limits } from "./admit.ts";
import { answerBody } from "./answer.ts";
import { clientAddress } from "./client-address.ts";
import { preflight } from "./cors.ts";
import { IngestQueue } from "./ingest-queue.ts";
import { parseBody } from "./parse-body.ts";
import { unprocessable } from "./parse-message.ts";
import { readBody } from "./read-body.ts";
import { DOOR_ROUTES, type DoorRoute, isDoorPath } from "./routes.ts";
import { SiteOrigins } from "./site-origins.ts";

export type IngestDoorOptions = {
  readonly database: Database;
  /** Requests a minute of one secret key; none = without limit. */
  readonly rateLimit?: number | null;
  /** Requests a minute of one address with a publishable key; 600 unless said. */
  readonly publishableRateLimit?: number;
  /** Stores what came in and answers once it is committed; the engine's `ingest` unless something is to be measured against it. */
  readonly store?: (items: readonly IngestItem[]) => Promise<IngestResult[]>;
  /** Whether `X-Forwarded-For` comes from a proxy of ours and may be believed. */
  readonly trustProxy?: boolean;
};

export type IngestDoor = {
  readonly handles: (pathname: string) => boolean;
  readonly fetch: (request: Request, address?: Address) => Promise<Response>;
  readonly nodeListener: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
};

type Bindings = { Bindings: { address: Address } };

/** The way in for events: answers after the commit, in front of everything else that answers HTTP. */
export function createIngestDoor(options: IngestDoorOptions): IngestDoor {
  const { database, rateLimit = null, publishableRateLimit = 600, trustProxy = false } = options;
  const limits: Limits = { publishable: publishableRateLimit, secret: rateLimit };
  const origins = new SiteOrigins(database);
  const admission = new Admission(origins, limits);
  const queue = new IngestQueue(options.store ?? ((items) => ingest(database, items)));
  const app = new Hono<Bindings>();

  for (const route of DOOR_ROUTES) {
    app.options(route.path, (context) => preflight(context.req.raw, origins));
    app.post(route.path, (context) => take(route, context.req.raw, context.env.address));
    app.all(route.path, () =>
      refuse(new HttpError("method_not_allowed", "Send a POST request.", [], { allow: "POST, OPTIONS" })),
    );
  }
  app.notFound(() => refuse(new HttpError("not_found", "There is nothing at this address.")));
  app.onError((error) => refuse(error));

  async function take(route: DoorRoute, request: Request, address: Address): Promise<Response> {
    let headers: Record<string, string> = {};
    try {
      const receivedAt = new Date();
      // A key in the headers or the address is checked before the body is read; `writeKey` stands in the body.
      const early = hasKey(request) ? await admission.admit(request, null, address) : null;
      headers = early?.headers ?? headers;
      const body = await readBody(request);
      const { caller, ...admitted } = early ?? (await admission.admit(request, writeKeyOf(body), address));
      headers = admitted.headers;
      const { workspaceId, siteId } = caller;
      const items = parseBody(route, body, { workspaceId, siteId, trusted: caller.via !== "publishable", receivedAt });
      const results = await queue.add(items);
      return Response.json(answerBody(route, caller, results), { headers });
    } catch (error) {
      return refuse(error instanceof IngestProblem ? unstorable(error) : error, headers);
    }
  }

  const fetch = async (request: Request, address: Address = null) => app.fetch(request, { address });
  const listener = getRequestListener(
    (request, env) => fetch(request, clientAddress(env.incoming as IncomingMessage, trustProxy)),
    { overrideGlobalObjects: false },
  );
  return { handles: isDoorPath, fetch, nodeListener: (incoming, outgoing) => listener(incoming, outgoing) };
}

function refuse(error: unknown, headers: Record<string, string> = {}): Response {
  const response = problemResponse(error);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function writeKeyOf(body: Record<string, unknown>): string | null {
  return typeof body.writeKey === "string" ? body.writeKey : null;
}

function unstorable(problem: IngestProblem): HttpError {
  return unprocessable(fieldError(problem.field.split("."), problem.message));
}
