import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture({ publishableRateLimit: 50 });
});

const stored = async () => (await door.database.sql`select count(*)::int as n from events`)[0]?.n;

describe("a body that cannot be taken", () => {
  const track = { userId: "u", event: "e" };
  it.each<[string, string, unknown, number, string | null]>([
    ["no JSON", "/api/track", "{", 400, null],
    ["nothing", "/api/track", "", 400, null],
    ["no object", "/api/track", "[]", 400, null],
    ["no event", "/api/track", { userId: "u" }, 422, "event"],
    ["an empty event", "/api/track", { userId: "u", event: " " }, 422, "event"],
    ["an event of the wrong type", "/api/track", { userId: "u", event: 7 }, 422, "event"],
    ["a name that is too long", "/api/track", { userId: "u", event: "e".repeat(256) }, 422, "event"],
    ["nobody", "/api/track", { event: "e" }, 422, "userId"],
    ["properties that are no object", "/api/track", { ...track, properties: [1] }, 422, "properties"],
    ["a time that is none", "/api/track", { ...track, timestamp: "yesterday" }, 422, "timestamp"],
    ["a time beyond the calendar", "/api/track", { ...track, timestamp: 9e15 }, 422, "timestamp"],
    ["a NUL character", "/api/track", { ...track, properties: { a: { b: "x\u0000" } } }, 422, "properties.a.b"],
    ["half of a surrogate pair", "/api/identify", { userId: "u", traits: { name: "\ud800" } }, 422, "traits.name"],
    ["an empty batch", "/api/batch", { batch: [] }, 422, "batch"],
    ["a batch without batch", "/api/batch", {}, 422, "batch"],
    ["a compatible batch without batch", "/v1/batch", {}, 400, null],
    ["an unknown kind in a batch", "/api/batch", { batch: [{ type: "dance", userId: "u" }] }, 422, "batch.0.type"],
    ["one bad event in a batch", "/api/batch", { batch: [{ type: "track", userId: "u" }] }, 422, "batch.0.event"],
    [
      "too many events",
      "/api/batch",
      { batch: Array.from({ length: 501 }, () => ({ type: "track", ...track })) },
      413,
      null,
    ],
    ["too many bytes", "/api/track", { ...track, properties: { a: "x".repeat(1_100_000) } }, 413, null],
    ["too many bytes once unpacked", "/v1/track", gzipSync(JSON.stringify({ a: "x".repeat(5_000_000) })), 413, null],
  ])("is refused when it has %s, and stores nothing", async (_what, path, body, status, field) => {
    const before = await stored();
    const answer = await door.post(path, body, body instanceof Uint8Array ? { "content-encoding": "gzip" } : {});
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toMatchObject({ status, requestId: expect.any(String) });
    if (field !== null) expect(answer.body.errors[0].field).toBe(field);
    expect(await stored()).toBe(before);
  });

  it("leaves nothing unusual behind after ten thousand of them", async () => {
    const bodies = ["{", "null", '{"event":1}', '{"batch":7}', '{"userId":{}}', "\u0000"];
    for (let round = 0; round < 50; round++) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, n) => door.post(n % 2 ? "/v1/batch" : "/api/track", bodies[n % 6])),
      );
      expect(answers.every(({ status }) => status === 400 || status === 422)).toBe(true);
    }
    expect((await door.post("/api/track", { userId: "fine", event: "after" })).status).toBe(200);
  });
});

describe("a caller", () => {
  it("without a key, with an unknown one, or at an unknown address is told so", async () => {
    const body = { userId: "u", event: "e" };
    expect((await door.post("/api/track", body, { authorization: "Bearer sk_unknownunknownunknown" })).status).toBe(
      401,
    );
    const bare = new Request("http://localhost/api/track", { method: "POST", body: JSON.stringify(body) });
    expect((await door.door.fetch(bare)).status).toBe(401);
    expect((await door.post("/v1/dance", body)).status).toBe(404);
    const get = await door.door.fetch(new Request("http://localhost/v1/track"));
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it.each(["\u0000", "sk_\u0000", "\ud800", "é", "a b"])("with %j for a key is told that it is none", async (key) => {
    const basic = { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` };
    const asked = (path: string, init: RequestInit = {}) =>
      door.door.fetch(new Request(`http://localhost${path}`, init), "198.51.100.7");
    const address = encodeURIComponent(key.toWellFormed());
    const answers = await Promise.all([
      asked("/v1/track", { method: "POST", body: JSON.stringify({ userId: "u", event: "e", writeKey: key }) }),
      asked("/v1/track", { method: "POST", body: "{}", headers: basic }),
      asked(`/v1/batch?key=${address}`, { method: "POST", body: "{}" }),
      asked(`/v1/projects/${address}/settings`),
      asked(`/sourceConfig/?writeKey=${address}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  it("with a publishable key may not send reserved names, and learns no ids", async () => {
    const headers = { authorization: `Bearer ${door.publishableKey}` };
    const refused = await door.post("/api/track", { userId: "u", event: "order.placed" }, headers);
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ field: "event" }] } });
    const taken = await door.post("/api/track", { userId: "u", event: "clicked" }, headers);
    expect(taken.body).toEqual({ data: { status: "accepted" } });
  });

  it("comes from one of the site's origins, or from no page at all", async () => {
    const headers = { authorization: `Bearer ${door.publishableKey}` };
    const body = { userId: "u", event: "e" };
    const own = await door.post("/v1/track", body, { ...headers, origin: "https://shop.example" });
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([200, "https://shop.example"]);
    const foreign = await door.post("/v1/track", body, { ...headers, origin: "https://evil.example" });
    expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });

  it("asks first whether a page may call, and hears yes only for an origin that a site names", async () => {
    const ask = (origin: string) =>
      door.door.fetch(
        new Request("http://localhost/v1/batch", {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": "POST" },
        }),
      );
    const yes = await ask("https://shop.example");
    expect(yes.status).toBe(204);
    expect(yes.headers.get("access-control-allow-headers")).toContain("authorization");
    const no = await ask("https://evil.example");
    expect([no.status, no.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });

  it("with a publishable key has so many requests a minute and hears when to come back", async () => {
    const headers = { authorization: `Bearer ${door.publishableKey}` };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => door.post("/v1/track", { userId: "u", event: "e" }, headers)),
    );
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(5);
    expect(Number(slowed[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(slowed[0]?.headers.get("ratelimit")).toMatch(/^"minute";r=0;t=\d+$/);
    expect((await door.post("/v1/track", { userId: "u", event: "e" })).status).toBe(200);
  });
});
