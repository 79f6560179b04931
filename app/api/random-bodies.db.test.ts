import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { type RouteInfo, registeredRoutes } from "#http";
import { NODE_TYPES } from "#journey";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

type Made = { data: { id: string } };

let api: ApiFixture;
let cookie: string;
const ids: Record<string, string> = { operations: "none", keys: "none", members: "none", deliveries: "none" };

beforeAll(async () => {
  api = await apiFixture();
  cookie = await signSessionFor(api, "owner");
  const make = async (path: string, body: unknown) =>
    (await api.call<Made>(`POST /api/${path}`, { body })).body.data.id;
  ids.journeys = await make("journeys", { name: "Fuzzed", siteId: api.siteId });
  ids.content = await make("content", { name: "Fuzzed", type: "email" });
  ids.segments = await make("segments", { name: "Fuzzed" });
  ids.sites = await make("sites", { name: "Fuzzed" });
  ids.people = await make("people", { externalId: "fuzzed" });
});

const inOrder = registeredRoutes().filter(({ body, role }) => body && role !== "public");

/** Shown by name when a run fails. */
const byName = new Map<string, RouteInfo>(
  registeredRoutes().map((route) => [`${route.method} ${route.path}`, route] as const),
);
const routes = inOrder.map(({ method, path }) => `${method} ${path}`);
const routeOf = (name: string) => {
  const route = byName.get(name);
  if (!route) throw new Error(`no route ${name}`);
  return route;
};

const addressOf = (path: string) =>
  path
    .replace("[id]", ids[path.split("/")[2] ?? ""] ?? "none")
    .replace(/\[(?:enrollmentId|versionId)\]/, "0197a000-0000-7000-8000-000000000002");

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "\u0000",
    "\ud800",
    "0197a000-0000-7000-8000-00000000000a",
    "2d",
    "MANUAL",
    "email",
    "<node-1-id>",
  ),
);
const value = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }));

/** Known field names with random values, so that most bodies pass the first check. */
const WORDS = [
  "name",
  "siteId",
  "description",
  "audienceId",
  "settings",
  "goalConfig",
  "allowAnonymous",
  "pauseMode",
  "onResume",
  "people",
  "csv",
  "segmentId",
  "properties",
  "traits",
  "addTags",
  "removeTags",
  "stage",
  "externalId",
  "type",
  "slug",
  "subject",
  "html",
  "text",
  "rules",
  "kind",
  "key",
  "origins",
  "timezone",
  "email",
  "role",
  "personIds",
  "workspaceId",
] as const;
const PARAMETERS = [
  "page",
  "limit",
  "status",
  "search",
  "siteId",
  "segmentId",
  "tag",
  "externalId",
  "personId",
  "journeyId",
  "nodeId",
  "name",
  "type",
  "channel",
  "days",
  "slug",
] as const;

const node = fc.record(
  {
    id: fc.oneof(fc.uuid(), value),
    type: fc.oneof(fc.constantFrom(...NODE_TYPES), value),
    name: text,
    config: fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          "duration",
          "until",
          "rules",
          "expression",
          "branches",
          "triggerType",
          "eventName",
          "filter",
          "window",
          "include",
          "operations",
          "contentType",
          "variables",
        ),
        value,
      ),
      value,
    ),
    position: fc.oneof(fc.record({ x: fc.double(), y: fc.integer() }), value),
    contentId: value,
  },
  { requiredKeys: ["type"] },
);
const edge = fc.record(
  {
    sourceNodeId: fc.oneof(fc.nat(4), value),
    targetNodeId: fc.oneof(fc.nat(4), value),
    branch: value,
    weight: value,
    trigger: value,
  },
  { requiredKeys: ["sourceNodeId", "targetNodeId"] },
);
const canvas = fc.record({ nodes: fc.array(node, { maxLength: 5 }), edges: fc.array(edge, { maxLength: 5 }) });
const worded = fc.dictionary(fc.constantFrom(...WORDS), value, { maxKeys: 6 });
const body = fc.oneof(
  worded,
  canvas,
  fc.tuple(worded, canvas).map(([some, drawn]) => ({ ...some, ...drawn })),
  value,
);

/** Valid bodies for each route, so that half of the generated bodies have only one fault. */
const good = (path: string): object => {
  const name = "Random";
  const journey = { nodes: [], edges: [], name, siteId: api.siteId };
  const external = { externalId: crypto.randomUUID() };
  const bodies: Record<string, object> = {
    "/api/journeys": journey,
    "/api/people": external,
    "/api/content": { name, type: "email" },
    "/api/segments": { name },
    "/api/sites": { name },
    "/api/keys": { name },
    "/api/members": { email: `${crypto.randomUUID()}@example.com`, role: "viewer" },
    "/api/journeys/[id]/canvas": { nodes: [], edges: [] },
  };
  return bodies[path] ?? {};
};

/** Keys are looked up faster than sessions; only what owners alone may do needs one. */
const callerOf = (role: string) => (role === "owner" ? { headers: { cookie } } : { key: api.secretKey });

/** Ten requests at a time: what they do to each other is part of the test. */
const tenTimes = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 10, maxLength: 10 });

test("two thousand random bodies at every route that takes one: never a 500, nothing in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const seen = new Set<number>();
  const request = fc.record({ name: fc.constantFrom(...routes), input: body, patched: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(tenTimes(request), async (requests) => {
      const answers = requests.map(async ({ name, input, patched }) => {
        const route = routeOf(name);
        const mixed = patched ? Object.assign(good(route.path), input) : input;
        const response = await send(route.method, addressOf(route.path), {
          body: JSON.stringify(mixed),
          ...callerOf(route.role),
        });
        seen.add(response.status);
        expect(response.status, `${route.method} ${route.path}: ${await response.text()}`).toBeLessThan(500);
      });
      await Promise.all(answers);
    }),
    { numRuns: 200 },
  );
  expect(log).not.toHaveBeenCalled();
  for (const status of [200, 201, 409, 422]) expect(seen).toContain(status);
}, 120_000);

test("random bytes are refused politely", async () => {
  const request = fc.record({
    name: fc.constantFrom(...routes),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(tenTimes(request), async (requests) => {
      const answers = requests
        .map(({ name, bytes }) => [routeOf(name), bytes] as const)
        .map(([route, bytes]) => send(route.method, addressOf(route.path), { body: bytes, ...callerOf(route.role) }));
      for (const { status } of await Promise.all(answers)) expect(status).toBeLessThan(500);
    }),
    { numRuns: 40 },
  );
});

test("random queries at every list are answered, or refused with 400 or 404", async () => {
  const lists = registeredRoutes()
    .filter(({ method, query, role }) => method === "GET" && query && role !== "public")
    .map(({ path }) => `GET ${path}`);
  const given = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("1", "50", "email", "ACTIVE"));
  const request = fc.record({
    name: fc.constantFrom(...lists),
    query: fc.dictionary(fc.constantFrom(...PARAMETERS), given, { maxKeys: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(tenTimes(request), async (requests) => {
      const answers = requests.map(async ({ name, query }) => {
        const route = routeOf(name);
        const search = new URLSearchParams(Object.entries(query).map(([name, text]) => [name, text.toWellFormed()]));
        const response = await send("GET", `${addressOf(route.path)}?${search}`, callerOf(route.role));
        // A stream that is answered stays open, and a caller may have only some of them.
        await response.body?.cancel();
        expect([200, 400, 404], `${route.path}?${search}`).toContain(response.status);
      });
      await Promise.all(answers);
    }),
    { numRuns: 60 },
  );
}, 60_000);
