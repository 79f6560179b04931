import { beforeAll, describe, expect, test } from "vitest";
import { registeredRoutes } from "#http";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

type Made = { data: { id: string } };

let owner: ApiFixture;
let stranger: ApiFixture;
/** One object of the owner's of every kind, by the first part of its path. */
const objects: Record<string, string> = {};

beforeAll(async () => {
  owner = await apiFixture();
  stranger = await apiFixture();
  const make = async (path: string, body: unknown) =>
    (await owner.call<Made>(`POST /api/${path}`, { body })).body.data.id;
  objects.journeys = await make("journeys", { name: "Mine", siteId: owner.siteId });
  objects.content = await make("content", { name: "Mine", type: "email", slug: "mine" });
  objects.segments = await make("segments", { name: "Mine" });
  objects.offers = await make("offers", { name: "Mine" });
  objects["decision-flows"] = await make("decision-flows", { name: "Mine" });
  objects.sites = await make("sites", { name: "Mine" });
  objects["sender-identities"] = await make("sender-identities", { email: "mine@acme.example" });
  objects.people = await make("people", { externalId: "mine" });
  const operation = await owner.call<Made>(
    `DELETE /api/journeys/${await make("journeys", { name: "Gone", siteId: owner.siteId })}`,
  );
  expect(operation.status).toBe(200);
  const [row] = await owner.database.orm.select({ id: schema.operations.id }).from(schema.operations);
  objects.operations = row?.id ?? "";
  const [key] = await owner.database.orm.select({ id: schema.apiKeys.id }).from(schema.apiKeys);
  objects.keys = key?.id ?? "";
  objects.members = "somebody";
  objects.deliveries = "0197a000-0000-7000-8000-000000000001";
  objects.alerts = "0197a000-0000-7000-8000-000000000003";
});

const routes = registeredRoutes().filter(({ role }) => role !== "public");
const named = routes.filter(({ path }) => path.includes("[id]"));

const addressOf = (path: string): string => {
  const noun = path.split("/")[2] ?? "";
  return path
    .replace("[id]", objects[noun] ?? "")
    .replace(/\[(?:enrollmentId|versionId|nodeId)\]/, "0197a000-0000-7000-8000-000000000002");
};

/** Questions that a route asks for, in its address. */
const QUERIES: Record<string, string> = {
  "GET /api/journeys/[id]/explain": "?userId=mine",
  "GET /api/journeys/[id]/versions/compare": "?from=0197a000-0000-7000-8000-000000000002&to=draft",
};

/** A body that the route takes, so that nothing but the workspace can be what it refuses. */
const BODIES: Record<string, unknown> = {
  "PUT /api/journeys/[id]/canvas": { nodes: [], edges: [] },
  "POST /api/journeys/[id]/enrollments": { segmentId: "any" },
  "POST /api/journeys/[id]/enrollments/preview": { segmentId: "any" },
  "POST /api/decision-flows/[id]/test": { userId: "mine" },
  "POST /api/segments/[id]/members": { personIds: [] },
  "DELETE /api/segments/[id]/members": { personIds: [] },
  "POST /api/deliveries/[id]/settle": { sent: true },
  "PATCH /api/members/[id]": { role: "viewer" },
  "POST /api/journeys/[id]/backtest": { days: 7 },
  "POST /api/journeys/[id]/moments": { type: "WAIT", config: {} },
  "POST /api/journeys/[id]/splits/[nodeId]/promote": { edgeId: "0197a000-0000-7000-8000-000000000004" },
};

test("there are routes for every kind of object", () => {
  expect(new Set(named.map(({ path }) => path.split("/")[2]))).toEqual(new Set(Object.keys(objects)));
});

describe("another workspace's object does not exist", () => {
  test.each(named.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (name, route) => {
    const body = BODIES[name] ?? (route.body ? {} : undefined);
    const cookie = await signSessionFor(stranger, "owner");
    const address = `${addressOf(route.path)}${QUERIES[name] ?? ""}`;
    const response = await send(route.method, address, { body, headers: { cookie } });
    const problem = (await response.json()) as { code: string };
    expect([response.status, problem.code]).toEqual([404, "not_found"]);
  });

  test("and its own workspace still has it", async () => {
    for (const noun of ["journeys", "content", "segments", "sites", "people", "operations"]) {
      expect((await owner.call(`GET /api/${noun}/${objects[noun]}`)).status, noun).toBe(200);
    }
  });

  test("lists show nothing of it", async () => {
    for (const noun of ["journeys", "content", "segments", "people", "events", "deliveries"]) {
      const { body } = await stranger.call<{ data: unknown[]; meta: { total: number } }>(`GET /api/${noun}`);
      expect([noun, body.data, body.meta.total]).toEqual([noun, [], 0]);
    }
  });

  test("nor can it be referred to", async () => {
    const refused = await stranger.call("POST /api/journeys", { body: { name: "Theirs", siteId: owner.siteId } });
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, "siteId"]);
    const body = { name: "Theirs", siteId: stranger.siteId, audienceId: objects.segments };
    const audience = await stranger.call("POST /api/journeys", { body });
    expect([audience.status, audience.body.errors?.[0]?.field]).toEqual([422, "audienceId"]);
  });
});

describe("every route asks who is calling", () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_, route) => {
    const address = addressOf(route.path);
    const nobody = await send(route.method, address, {});
    expect([nobody.status, nobody.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
    expect((await send(route.method, address, { key: "sk_this_key_was_never_made_by_us" })).status).toBe(401);
    expect((await send(route.method, address, { key: "eyJ.not.a-token" })).status).toBe(401);
    expect((await send(route.method, address, { key: owner.publishableKey })).status).toBe(403);
  });
});

describe("a viewer reads and changes nothing", () => {
  // Removing the Demo workspace asks for its owner inside.
  const plain = routes.filter(({ path }) => path !== "/api/demo");
  test.each(plain.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_, route) => {
    const cookie = await signSessionFor(owner, "viewer");
    const signal = AbortSignal.timeout(50);
    const response = await send(route.method, addressOf(route.path), { headers: { cookie } }, signal);
    await response.body?.cancel();
    if (route.role === "viewer") expect([401, 403]).not.toContain(response.status);
    else expect(response.status).toBe(403);
  });
});

test("a session cookie counts only from our own pages", async () => {
  const cookie = await signSessionFor(owner, "owner");
  const body = { name: "Forged" };
  const foreign = await send("POST", "/api/segments", {
    body,
    headers: { cookie, origin: "https://evil.example", host: "localhost" },
  });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
  const own = await send("POST", "/api/segments", {
    body,
    headers: { cookie, origin: "http://localhost", host: "localhost" },
  });
  expect(own.status).toBe(201);
});

test("the header Api-Key takes a secret key", async () => {
  const response = await send("GET", "/api/me", { headers: { "api-key": owner.secretKey } });
  expect(((await response.json()) as { data: { workspace: { id: string } } }).data.workspace.id).toBe(
    owner.workspaceId,
  );
});
