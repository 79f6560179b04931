import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture();
});

const eventsOf = (userId: string) => door.database.sql`
  select e.name, e.properties, e.site_id from events e
  join identities i on i.person_id = e.person_id and i.value = ${userId} order by e.received_at, e.id`;

describe("the native calls", () => {
  it("answer after the commit with the person and whether the event was new", async () => {
    const call = { userId: "u1", event: "checkout", properties: { total: 12 }, messageId: "m1" };
    const first = await door.post("/api/track", call);
    expect(first).toMatchObject({ status: 200, body: { data: { status: "accepted", personId: expect.any(String) } } });
    const again = await door.post("/api/track", call);
    expect(again.body.data).toEqual({ status: "duplicate", personId: first.body.data.personId });
    expect(await eventsOf("u1")).toEqual([
      { name: "user.created", properties: {}, site_id: door.siteId },
      { name: "app.checkout", properties: { total: 12 }, site_id: door.siteId },
    ]);
  });

  it("take a batch of kinds and tell what happened to each", async () => {
    const batch = [
      { type: "identify", userId: "u2", traits: { plan: "pro" } },
      { type: "track", userId: "u2", event: "order.placed", messageId: "b1" },
      { type: "track", userId: "u2", event: "order.placed", messageId: "b1" },
    ];
    const answer = await door.post("/api/batch", { batch });
    expect(answer.body.data).toMatchObject({
      accepted: 2,
      duplicates: 1,
      results: [{ status: "accepted" }, {}, { status: "duplicate" }],
    });
    expect((await eventsOf("u2")).map((row) => row.name)).toEqual(["user.created", "order.placed"]);
  });

  it("S34: keep whole numbers beyond 2^53 as they are written", async () => {
    const orders = ["12345678901234567890", "12345678901234567891"];
    const calls = orders.map(
      (id) => `{"type":"track","userId":"u34","event":"ordered","properties":{"id":${id},"n":7}}`,
    );
    await door.post("/api/batch", `{"batch":[${calls.join()}]}`);
    expect((await eventsOf("u34")).slice(1).map((row) => row.properties)).toEqual(orders.map((id) => ({ id, n: 7 })));
  });

  it("keep the order of a batch", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `step_${n}`);
    await door.post("/api/batch", { batch: names.map((event) => ({ type: "track", userId: "u3", event })) });
    expect((await eventsOf("u3")).slice(1).map((row) => row.name)).toEqual(names.map((name) => `app.${name}`));
  });
});

describe("the Segment calls", () => {
  it("answer success for every kind", async () => {
    const calls: [string, Record<string, unknown>][] = [
      ["/v1/identify", { traits: { name: "Ada" } }],
      ["/v1/track", { event: "Signed Up" }],
      ["/v1/page", { name: "Pricing", properties: { url: "https://shop.example/pricing" } }],
      ["/v1/screen", { name: "Home" }],
      ["/v1/group", { groupId: "g1", traits: { seats: 5 } }],
      ["/v1/alias", { previousId: "anonymous-9" }],
    ];
    for (const [path, body] of calls) {
      expect(await door.post(path, { userId: "s1", ...body })).toMatchObject({ status: 200, body: { success: true } });
    }
    expect((await eventsOf("s1")).map((row) => row.name)).toEqual([
      "user.created",
      "app.Signed Up",
      "page.viewed",
      "app.screen_viewed",
    ]);
  });

  it("keep the properties of a page that has no name", async () => {
    const properties = { url: "https://shop.example/pricing", path: "/pricing" };
    await door.post("/v1/page", { userId: "s9", properties });
    expect((await eventsOf("s9")).slice(1)).toMatchObject([{ name: "page.viewed", properties }]);
  });

  it("take the key as user name, as writeKey, and packed bodies", async () => {
    const body = { userId: "s2", event: "a" };
    const basic = `Basic ${Buffer.from(`${door.secretKey}:`).toString("base64")}`;
    expect((await door.post("/v1/track", body, { authorization: basic })).status).toBe(200);
    expect((await door.post("/v1/track", { ...body, writeKey: door.secretKey }, { authorization: "" })).status).toBe(
      401,
    );
    const withoutHeader = await door.door.fetch(
      new Request("http://localhost/v1/track", {
        method: "POST",
        body: JSON.stringify({ ...body, writeKey: door.secretKey }),
      }),
    );
    expect(withoutHeader.status).toBe(200);
    const packed = gzipSync(JSON.stringify({ batch: [{ type: "track", ...body }] }));
    expect((await door.post("/v1/batch", packed, { "content-encoding": "gzip" })).status).toBe(200);
    expect(await eventsOf("s2")).toHaveLength(4);
  });

  it("move an event by what the client's clock is off", async () => {
    const sentAt = new Date(Date.now() + 3_600_000);
    await door.post("/v1/track", {
      userId: "s3",
      event: "late",
      timestamp: new Date(sentAt.getTime() - 60_000),
      sentAt,
    });
    const [row] = await door.database
      .sql`select extract(epoch from now() - timestamp)::float8 as age from events where name = 'app.late'`;
    expect(row?.age).toBeGreaterThan(55);
    expect(row?.age).toBeLessThan(120);
  });
});
