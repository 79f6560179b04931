import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { createIngestDoor } from "./index.ts";
import { type DoorFixture, doorFixture } from "./testing.ts";

const SHOP = "https://shop.example";
let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture({ publishableRateLimit: 200 });
});

type Init = { method?: string; headers?: Record<string, string>; body?: unknown; origin?: string | null };

/** A request as a browser on the shop's page makes it, with a preflight's or a call's headers. */
async function ask(path: string, { method = "GET", headers = {}, body, origin = SHOP }: Init = {}) {
  const response = await door.door.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { ...(origin === null ? {} : { origin }), host: "events.example", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
    "198.51.100.7",
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

const allowed = (answer: { headers: Headers }) => answer.headers.get("access-control-allow-origin");
const asks = (path: string, headers: string, origin = SHOP) =>
  ask(path, {
    method: "OPTIONS",
    origin,
    headers: { "access-control-request-method": "POST", "access-control-request-headers": headers },
  });

describe("F2: the short addresses of Segment's browser and mobile clients", () => {
  it.each<[string, string, Record<string, unknown>]>([
    ["t", "track", { event: "E" }],
    ["i", "identify", { traits: { a: 1 } }],
    ["p", "page", {}],
    ["s", "screen", {}],
    ["g", "group", { groupId: "g" }],
    ["a", "alias", { previousId: "before" }],
  ])("/v1/%s is %s", async (letter, type, body) => {
    const call = { ...body, userId: `letter ${letter}`, writeKey: door.publishableKey };
    for (const path of [`/v1/${letter}`, `/v1/${letter}/`, `/v1/${type}/`]) {
      const answer = await ask(path, { method: "POST", body: call, headers: { "content-type": "text/plain" } });
      expect([path, answer.status, answer.body, allowed(answer)]).toEqual([path, 200, { success: true }, SHOP]);
    }
  });

  it.each(["/v1/b", "/v1/batch/", "/v1/import", "/v1/import/"])("F8: %s is a batch", async (path) => {
    const batch = [{ type: "track", userId: `batch ${path}`, event: "E" }];
    expect((await door.post(path, { batch })).body).toEqual({ success: true });
    const [row] = await door.database.sql`
      select count(*)::int as n from events e join identities i on i.person_id = e.person_id
      where i.value = ${`batch ${path}`} and e.name = 'app.E'`;
    expect(row?.n).toBe(1);
  });
});

describe("F2: the requests of Segment's mobile clients, which have no page and so no origin", () => {
  const batch = (who: string) => ({
    batch: [{ type: "track", userId: who, event: "Opened", messageId: who, integrations: {}, context: { ip: "::1" } }],
    sentAt: new Date().toISOString(),
    writeKey: door.publishableKey,
  });
  const opened = async (who: string) => {
    const [row] = await door.database.sql`
      select count(*)::int as n from events e join identities i on i.person_id = e.person_id
      where i.value = ${who} and e.name = 'app.Opened'`;
    return row?.n;
  };
  const send = (body: BodyInit, headers: Record<string, string>) =>
    door.door.fetch(new Request("http://localhost/v1/b", { method: "POST", body, headers }), "198.51.100.7");

  it("React Native and Swift: JSON with the key in the body, and a count on repeats", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    const first = await send(JSON.stringify(batch("native")), headers);
    const again = await send(JSON.stringify(batch("native")), { ...headers, "x-retry-count": "1" });
    expect([first.status, again.status, await opened("native")]).toEqual([200, 200, 1]);
  });

  it("Kotlin: packed, as plain text", async () => {
    const packed = gzipSync(JSON.stringify(batch("kotlin")));
    const answer = await send(packed, { "content-type": "text/plain", "content-encoding": "gzip" });
    expect([answer.status, await opened("kotlin")]).toEqual([200, 1]);
  });
});

describe("F2: what clients read before they send", () => {
  it("says where to send, by the address that was asked, and that nothing is reported to anybody else", async () => {
    const answer = await ask(`/v1/projects/${door.publishableKey}/settings`);
    const here = { apiKey: door.publishableKey, apiHost: "events.example/v1", protocol: "http" };
    expect([answer.status, allowed(answer)]).toEqual([200, SHOP]);
    expect(answer.body).toMatchObject({
      integrations: { "Segment.io": here, "Customer.io Data Pipelines": here },
      metrics: { sampleRate: 0 },
    });
    expect(answer.headers.get("vary")).toContain("origin");
    expect((await ask(`/v1/projects/${door.publishableKey}/settings/`, { origin: null })).status).toBe(200);
  });

  it("names the scheme by which people are told to reach the installation, or a trusted proxy was reached", async () => {
    const secure = await doorFixture({ baseUrl: "https://journeys.example" });
    const proxied = await doorFixture({ trustProxy: true });
    const settingsOf = async ({ door: other, publishableKey }: DoorFixture, headers: Record<string, string>) => {
      const request = new Request(`http://localhost/v1/projects/${publishableKey}/settings`, { headers });
      const body = await (await other.fetch(request)).json();
      return body.integrations["Segment.io"];
    };
    const claimed = { host: "a.example", "x-forwarded-proto": "http", "x-forwarded-host": "b.example" };
    expect(await settingsOf(secure, claimed)).toMatchObject({ apiHost: "a.example/v1", protocol: "https" });
    const forwarded = { ...claimed, "x-forwarded-proto": "https" };
    expect(await settingsOf(proxied, forwarded)).toMatchObject({ apiHost: "b.example/v1", protocol: "https" });
  });

  it("is for known keys, and a page can read that its key is not one", async () => {
    const answer = await ask("/v1/projects/pk_nobody_knows_this_key/settings");
    expect([answer.status, answer.body.code, allowed(answer)]).toEqual([401, "unauthorized", SHOP]);
    const foreign = await ask(`/v1/projects/${door.publishableKey}/settings`, { origin: "https://evil.example" });
    expect([foreign.status, allowed(foreign)]).toEqual([403, null]);
    expect((await ask(`/v1/projects/${door.publishableKey}/settings`, { method: "POST", body: {} })).status).toBe(405);
  });

  it("F4: is there for Rudder's browser client too", async () => {
    const authorization = `Basic ${btoa(`${door.publishableKey}:`)}`;
    const path = `/sourceConfig/?p=npm&v=3.34.1&writeKey=${door.publishableKey}`;
    const answer = await ask(path, { headers: { authorization } });
    expect([answer.status, allowed(answer)]).toEqual([200, SHOP]);
    expect(answer.body.source).toMatchObject({ enabled: true, destinations: [], writeKey: door.publishableKey });
    expect((await ask("/sourceConfig/?writeKey=pk_nobody_knows_this_key")).status).toBe(401);
    expect((await ask("/sourceConfig")).status).toBe(401);
  });
});

describe("a preflight", () => {
  it.each([
    ["an event of Rudder's client", "anonymousid,authorization,content-type,sentat"],
    ["its repeat", "rsa-recovered,rsa-retry-attempt,rsa-since-last-attempt"],
    ["a repeat of Segment's client", "authorization,content-type,x-retry-count"],
  ])("F4 F7: of a known origin allows what %s asks for: %s", async (_what, headers) => {
    const answer = await asks("/v1/track", headers);
    expect([answer.status, allowed(answer)]).toEqual([204, SHOP]);
    expect(answer.headers.get("access-control-allow-headers")).toBe(headers);
    expect(answer.headers.get("access-control-allow-methods")).toContain("POST");
  });

  it("of an origin that no site names allows nothing, and one at an unknown address lets the 404 be read", async () => {
    const foreign = await asks("/v1/t", "authorization", "https://evil.example");
    expect([foreign.status, allowed(foreign), foreign.headers.get("access-control-allow-headers")]).toEqual([
      403,
      null,
      null,
    ]);
    expect([(await asks("/v1/dance", "authorization")).status]).toEqual([204]);
  });
});

describe("F9: a refusal to a page of a known origin can be read by it", () => {
  const key = () => ({ authorization: `Bearer ${door.publishableKey}` });
  const event = { userId: "u", event: "E" };

  it.each<[number, string, () => Init]>([
    [401, "/v1/track", () => ({ method: "POST", headers: { authorization: "Bearer pk_nobody_knows" }, body: event })],
    [403, "/api/track", () => ({ method: "POST", headers: key(), body: { ...event, event: "order.placed" } })],
    [404, "/v1/dance", () => ({ method: "POST", headers: key(), body: event })],
    [405, "/v1/track", () => ({ headers: key() })],
    [413, "/v1/track", () => ({ method: "POST", headers: key(), body: { ...event, x: "x".repeat(1_100_000) } })],
    [422, "/api/track", () => ({ method: "POST", headers: key(), body: { event: "E" } })],
    [400, "/v1/track", () => ({ method: "POST", headers: key(), body: "{" })],
  ])("with %i", async (status, path, init) => {
    const answer = await ask(path, init());
    expect([answer.status, allowed(answer)]).toEqual([status, SHOP]);
    expect(answer.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("with 403, when the key belongs to a site that does not name the origin", async () => {
    const other = "https://other.example";
    const { sql } = door.database;
    await sql`
      insert into sites (id, workspace_id, name, origins)
      select gen_random_uuid(), workspace_id, 'Other', ${[other]} from sites where id = ${door.siteId}`;
    const fresh = createIngestDoor({ database: door.database }).fetch;
    const call = { method: "POST", headers: { ...key(), origin: other }, body: JSON.stringify(event) };
    const answer = await fresh(new Request("http://localhost/v1/track", call));
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, other]);
  });

  it("with 429", async () => {
    const limited = await doorFixture({ publishableRateLimit: 1 });
    const headers = { authorization: `Bearer ${limited.publishableKey}`, origin: SHOP };
    const answers = [await limited.post("/v1/track", event, headers), await limited.post("/v1/track", event, headers)];
    expect(answers.map((answer) => [answer.status, allowed(answer)])).toEqual([
      [200, SHOP],
      [429, SHOP],
    ]);
  });

  it("with 500, when what is stored fails", async () => {
    const failing = await doorFixture({ store: () => Promise.reject(new Error("the disk is full")) });
    const headers = { authorization: `Bearer ${failing.publishableKey}`, origin: SHOP };
    const answer = await failing.post("/v1/track", event, headers);
    expect([answer.status, allowed(answer)]).toEqual([500, SHOP]);
  });
});
