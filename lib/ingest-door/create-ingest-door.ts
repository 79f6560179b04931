import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Database } from "#db";
import { HttpError } from "#http";
import { type IngestItem, type IngestResult, ingest, ingestApart } from "#runtime";
import { type Address, Admission, type Bindings, clientAddress, hasKey, keyOf, type Limits } from "./admit.ts";
import { clientSettings, ownAddress, sourceConfig } from "./client-settings.ts";
import { addCorsHeaders, preflight } from "./cors.ts";
import { IngestQueue } from "./ingest-queue.ts";
import { mountFeedback } from "./messages/mount-feedback.ts";
import { mountTracking } from "./messages/mount-tracking.ts";
import { readBody } from "./read-body.ts";
import { type Headers, refuse, wrongMethod } from "./refuse.ts";
import { DOOR_ROUTES, type DoorRoute, isDoorPath, SETTINGS_PATH, SOURCE_CONFIG_PATH } from "./routes.ts";
import { mountSdk } from "./sdk/mount-sdk.ts";
import { SiteOrigins } from "./site-origins.ts";
import { takeMessages } from "./take-messages.ts";

type StoreItems = (items: readonly IngestItem[]) => Promise<IngestResult[]>;

export type IngestDoorOptions = {
  readonly database: Database;
  /** Requests a minute of one secret key; no limit by default. */
  readonly rateLimit?: number | null;
  /** Requests a minute of one address with a publishable key; 600 by default. */
  readonly publishableRateLimit?: number;
  /** Stores messages and returns after the commit; the engine's `ingest`, unless a benchmark replaces it. */
  readonly store?: StoreItems;
  /** Whether `X-Forwarded-For` comes from our own proxy and can be trusted. */
  readonly trustProxy?: boolean;
  /** The public address of this installation; its scheme is used in client settings. */
  readonly baseUrl?: string;
  /** The folder with the built browser client; without it there is none. */
  readonly sdkFolder?: string;
};

export type IngestDoor = {
  /** What it answers, as `GET /v1/projects/:key/settings`. */
  readonly routes: readonly string[];
  readonly handles: (pathname: string) => boolean;
  readonly fetch: (request: Request, address?: Address) => Promise<Response>;
  readonly nodeListener: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
};

/** The HTTP handler for events, in front of all others; answers after the commit. */
export function createIngestDoor(options: IngestDoorOptions): IngestDoor {
  const { database, rateLimit = null, publishableRateLimit = 600, trustProxy = false } = options;
  const limits: Limits = { publishable: publishableRateLimit, secret: rateLimit };
  const origins = new SiteOrigins(database);
  const admission = new Admission(origins, limits);
  const store = options.store ?? ((items) => ingest(database, items));
  const queue = new IngestQueue(store, (items) => ingestApart(database, items));
  // Segment's clients are configured with and without a slash at the end.
  const app = new Hono<Bindings>({ strict: false });

  app.options("*", (context) => preflight(context.req.raw, origins));
  for (const route of DOOR_ROUTES) {
    app.post(route.path, (context) => take(route, context.req.raw, context.env.address));
    app.all(route.path, () => refuse(wrongMethod("POST")));
  }
  mountSdk(app, { database, store, admission, folder: options.sdkFolder ?? null });
  mountFeedback(app, database);
  mountTracking(app, database);
  app.get(SETTINGS_PATH, (context) => {
    const key = context.req.param("key");
    const own = ownAddress(context.req.raw, options.baseUrl ?? context.req.url, trustProxy);
    return tell(context.req.raw, key, context.env.address, () => clientSettings(key, own));
  });
  app.get(SOURCE_CONFIG_PATH, (context) => {
    const key = context.req.query("writeKey") ?? "";
    return tell(context.req.raw, key, context.env.address, (siteId) => sourceConfig(key, siteId));
  });
  for (const path of [SETTINGS_PATH, SOURCE_CONFIG_PATH]) app.all(path, () => refuse(wrongMethod("GET")));
  app.notFound(() => refuse(new HttpError("not_found", "There is nothing at this address.")));
  app.onError((error) => refuse(error));

  async function take(route: DoorRoute, request: Request, address: Address): Promise<Response> {
    let headers: Headers = {};
    try {
      const receivedAt = new Date();
      // A key in the headers or the address is checked before the body is read; `writeKey` is in the body.
      const early = hasKey(request) ? await admission.admit(request, keyOf(request, null), address) : null;
      headers = early?.headers ?? headers;
      const body = await readBody(request);
      const { caller, ...admitted } =
        early ?? (await admission.admit(request, keyOf(request, writeKeyOf(body)), address));
      headers = admitted.headers;
      const answer = await takeMessages(database, queue, { route, caller, request, body, receivedAt });
      return Response.json(answer, { headers });
    } catch (error) {
      return refuse(error, headers);
    }
  }

  async function tell(request: Request, key: string, address: Address, answer: (siteId: string | null) => unknown) {
    try {
      const { caller, headers } = await admission.admit(request, key, address);
      return Response.json(answer(caller.siteId), { headers: { ...headers, "cache-control": "no-store" } });
    } catch (error) {
      return refuse(error);
    }
  }

  const fetch = async (request: Request, address: Address = null) =>
    addCorsHeaders(request, await app.fetch(request, { address }), origins);
  const listener = getRequestListener(
    (request, env) => fetch(request, clientAddress(env.incoming as IncomingMessage, trustProxy)),
    { overrideGlobalObjects: false },
  );
  return {
    routes: routesOf(app),
    handles: isDoorPath,
    fetch,
    nodeListener: (incoming, outgoing) => listener(incoming, outgoing),
  };
}

const routesOf = (app: Hono<Bindings>): string[] =>
  app.routes.flatMap(({ method, path }) => (isVerb(method) ? [`${method} ${path}`] : []));

const isVerb = (method: string): boolean => method !== "ALL" && method !== "OPTIONS";

function writeKeyOf(body: Record<string, unknown>): string | null {
  return typeof body.writeKey === "string" ? body.writeKey : null;
}
