import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, migrate, newId, openDatabase } from "#db";
import { type OwnedServer, startEmbedded } from "#db/embedded";
import { createIngestDoor, type IngestDoor } from "#ingest-door";
import { createKey, startSession } from "#services/accounts";
import { isHealthy, watchDatabase } from "#services/installation";
import { schema } from "#store";
import { testWorkspace } from "#store/testing";
import { MINUTE_MS } from "#times";
import { POST as auth } from "./auth/[...all]/route.ts";
import { GET as health } from "./health/route.ts";
import { GET as ready } from "./ready/route.ts";
import { send } from "./testing/client.ts";
import { until } from "./testing/until.ts";

let folder: string;
let server: OwnedServer;
let database: Database;
let door: IngestDoor;
let key: string;
let cookie: string;
let watch: ReturnType<typeof watchDatabase>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sojourn-away-"));
  server = await startEmbedded(folder, { fsync: "off" });
  database = openDatabase(server.url);
  await migrate(database);
  const { workspaceId } = await testWorkspace(database);
  key = (await createKey(database.orm, { workspaceId, siteId: null, kind: "secret", name: "Test" })).plain;
  const user = { id: newId(), email: "ada@example.com", name: "Ada" };
  await database.orm.insert(schema.users).values(user);
  await database.orm.insert(schema.members).values({ workspaceId, userId: user.id, role: "owner" });
  cookie = (await startSession(user.email, new Headers())).map((line) => line.split(";")[0]).join("; ");
  door = createIngestDoor({ database });
  watch = watchDatabase(database, 20);
}, 60_000);
afterAll(async () => {
  await watch.stop();
  await closeDatabase();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown) =>
  door.fetch(
    new Request(`http://localhost${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
const event = { userId: "ada", event: "in", messageId: "m1" };

/** Requests that need the database, each through another path. */
const asked: readonly (readonly [name: string, ask: () => Promise<Response>])[] = [
  ["POST /api/track", () => post("/api/track", event)],
  ["POST /api/batch", () => post("/api/batch", { batch: [{ type: "track", ...event }] })],
  ["POST /v1/track", () => post("/v1/track", event)],
  ["a route with a key", () => send("GET", "/api/journeys", { key })],
  ["a route with a session", () => send("GET", "/api/journeys", { headers: { cookie } })],
  ["a write", () => send("POST", "/api/people", { key, body: { externalId: "ada" } })],
  [
    "signing in for a token",
    () => send("POST", "/api/auth/token", { body: { email: "ada@example.com", password: "not the one" } }),
  ],
  ["a one-time link", () => send("POST", "/api/auth/welcome", { body: { token: "x" } })],
  [
    "the account library",
    () =>
      auth(
        new Request("http://localhost:3000/api/auth/sign-in/email", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email: "ada@example.com", password: "not the one" }),
        }),
      ),
  ],
];

describe("a database that goes away and comes back", () => {
  it("T6: is answered for with 503 and Retry-After everywhere, ready at once and healthy for a minute", {
    timeout: 120_000,
  }, async () => {
    expect((await post("/api/track", { ...event, messageId: "m0" })).status).toBeLessThan(300);
    expect([(await ready()).status, health().status]).toEqual([200, 200]);
    const { port } = new URL(server.url);
    await server.stop();

    expect((await ready()).status).toBe(503);
    for (const [name, ask] of asked) {
      const response = await ask();
      expect([name, response.status, Number(response.headers.get("retry-after"))]).toEqual([name, 503, 2]);
      expect([name, await response.json()]).toMatchObject([name, { code: "unavailable" }]);
    }
    expect(health().status).toBe(200);
    expect(isHealthy(performance.now() + MINUTE_MS)).toBe(false);

    server = await startEmbedded(folder, { fsync: "off", port });
    await until(async () => (await ready()).status === 200);
    for (const [name, ask] of asked) {
      const { status } = await ask();
      expect([name, status < 500]).toEqual([name, true]);
    }
    await until(async () => isHealthy(performance.now() + MINUTE_MS - 1_000));
  });
});
