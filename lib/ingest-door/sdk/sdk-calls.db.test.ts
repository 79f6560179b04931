import { afterAll, beforeAll, expect, test } from "vitest";
import { makeVapidKeys } from "#channels";
import { newId } from "#db";
import { type Engine, startEngine } from "#runtime";
import type { Context } from "#services";
import { createContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { createSegment } from "#services/segments";
import { schema } from "#store";
import { type DoorFixture, doorFixture } from "../testing.ts";

const TOUR = { steps: [{ id: "one", blocks: [{ type: "text", text: "{{ plan }}" }], advance: [{ on: "click" }] }] };

let door: DoorFixture;
let engine: Engine;
let ctx: Context;

beforeAll(async () => {
  door = await doorFixture({ publishableRateLimit: 200 });
  engine = startEngine(door.database);
  const { database, workspaceId } = door;
  ctx = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
  await createContent(ctx, { type: "flow", slug: "tour", name: "Tour", body: TOUR });
});
afterAll(() => engine.stop());

/** A published journey that shows the tour, then waits. */
async function journey(more: Record<string, unknown> = {}): Promise<{ id: string; nodes: Map<string, string> }> {
  const nodes = [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { type: "CONTENT", name: "tour", contentId: "tour", config: { contentType: "flow", variables: { plan: "pro" } } },
    { type: "WAIT", name: "wait", config: { duration: "10d" } },
    { type: "EXIT", name: "left", config: {} },
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2, branch: "completed" },
    { sourceNodeId: 1, targetNodeId: 3, branch: "dismissed" },
    { sourceNodeId: 1, targetNodeId: 3, branch: "timeout" },
    { sourceNodeId: 2, targetNodeId: 3 },
  ];
  const settings = { enrollFromSite: true };
  const body = { name: "Tour", siteId: door.siteId, nodes, edges, settings, ...more };
  const { data } = await createJourney(ctx, NewJourney.parse(body));
  await publishJourney(ctx, data.id);
  return { id: data.id, nodes: new Map(data.nodes.map(({ name, id }) => [name, id])) };
}

async function call(path: string, body: unknown, headers: Record<string, string> = {}, method = "POST") {
  const response = await door.door.fetch(
    new Request(`http://localhost/sdk/${path}`, {
      method,
      headers: { authorization: `Bearer ${door.publishableKey}`, origin: "https://shop.example", ...headers },
      body: JSON.stringify(body),
    }),
    "198.51.100.7",
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test("a page enrolls its visitor, reports the content it showed, and is told where that led", async () => {
  const { id, nodes } = await journey();
  const enrolled = await call(`journeys/${id}/enroll`, { userId: "ada", properties: { from: "pricing" } });
  expect(enrolled.headers.get("access-control-allow-origin")).toBe("https://shop.example");
  expect(enrolled).toMatchObject({ status: 200, body: { data: { status: "ACTIVE", reason: null } } });
  const { enrollmentId } = enrolled.body.data;
  const [row] = await door.database.sql`select trigger from enrollments where id = ${enrollmentId}`;
  expect(row?.trigger).toMatchObject({ origin: "site", properties: { from: "pricing" } });

  const offered = await call(`journeys/${id}/progress`, { userId: "ada" });
  expect(offered.body.data).toEqual({
    enrollmentId,
    status: "ACTIVE",
    currentNodeIds: [nodes.get("tour")],
    content: [
      {
        nodeId: nodes.get("tour"),
        contentId: expect.any(String),
        key: "tour",
        number: expect.any(Number),
        type: "flow",
        body: TOUR,
        variables: { plan: "pro" },
      },
    ],
  });
  const shown = await call(`journeys/${id}/progress`, { userId: "ada", contentId: "tour", event: "step", step: 2 });
  expect(shown.body.data.currentNodeIds).toEqual([nodes.get("tour")]);
  const done = { userId: "ada", nodeId: nodes.get("tour"), event: "completed" };
  expect((await call(`journeys/${id}/progress`, done)).body.data).toMatchObject({
    status: "ACTIVE",
    currentNodeIds: [nodes.get("wait")],
    content: [],
  });
  await call(`journeys/${id}/progress`, done);
  const events = await door.database.sql<{ name: string; properties: object }[]>`
    select name, properties from events where name like 'content.%' and properties ->> 'journeyId' = ${id}
    order by received_at`;
  expect(events.map(({ name }) => name)).toEqual(["content.step", "content.completed"]);
  expect(events[0]?.properties).toMatchObject({ contentId: "tour", type: "flow", step: 2, enrollmentId });

  const again = await call(`journeys/${id}/enroll`, { userId: "ada" });
  expect(again.body.data).toEqual({ enrollmentId, status: "ACTIVE", reason: "already_in" });
});

test("content that is dismissed leaves by its own exit", async () => {
  const { id } = await journey();
  await call(`journeys/${id}/enroll`, { userId: "bob" });
  const left = await call(`journeys/${id}/progress`, { userId: "bob", event: "dismissed" });
  expect(left.body.data).toMatchObject({ status: "COMPLETED", currentNodeIds: [], content: [] });
});

test("an anonymous visitor enters only where the journey allows it, and keeps the enrollment when they sign in", async () => {
  const closed = await journey();
  expect((await call(`journeys/${closed.id}/enroll`, { anonymousId: "visitor" })).body.data).toEqual({
    enrollmentId: null,
    status: "NOT_ENROLLED",
    reason: "anonymous",
  });
  const open = await journey({ allowAnonymous: true });
  const { enrollmentId } = (await call(`journeys/${open.id}/enroll`, { anonymousId: "visitor" })).body.data;
  await call(`journeys/${open.id}/progress`, { anonymousId: "visitor", event: "completed" });

  const { post } = door;
  await post("/api/identify", { userId: "eve", traits: { plan: "pro" } });
  await post("/api/identify", { userId: "eve", anonymousId: "visitor" });
  await expect
    .poll(async () => (await call(`journeys/${open.id}/progress`, { userId: "eve" })).body.data, { timeout: 5_000 })
    .toMatchObject({ enrollmentId, status: "ACTIVE", currentNodeIds: [open.nodes.get("wait")] });
});

test("a journey that does not let pages enroll people refuses every person, and creates nobody", async () => {
  for (const settings of [{}, { enrollFromSite: false }]) {
    const { id } = await journey({ allowAnonymous: true, settings });
    for (const someone of [{ userId: "forced" }, { anonymousId: "forced" }])
      expect(await call(`journeys/${id}/enroll`, someone)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  }
  const rows = await door.database.sql`select 1 from identities where value = 'forced'`;
  expect(rows).toHaveLength(0);
});

test("the audience of a journey keeps a visitor out, as it is their page that asks and not an operator", async () => {
  const { id: audienceId } = await createSegment(ctx, { name: "Invited" });
  const { id } = await journey({ audienceId });
  const refused = await call(`journeys/${id}/enroll`, { userId: "mallory" });
  expect(refused.body.data).toEqual({ enrollmentId: null, status: "NOT_ENROLLED", reason: "audience" });
});

test("nobody is anywhere before they were enrolled, and asking creates nobody", async () => {
  const { id } = await journey();
  const answer = await call(`journeys/${id}/progress`, { anonymousId: "nobody-yet", event: "completed" });
  expect(answer.body.data).toEqual({ enrollmentId: null, status: "NOT_ENROLLED", currentNodeIds: [], content: [] });
  const people = await door.database.sql`select id from people where anonymous_id = 'nobody-yet'`;
  expect(people).toHaveLength(0);
});

test("a body is refused with every wrong field, and nothing is kept", async () => {
  const { id } = await journey();
  const fieldsOf = async (path: string, body: unknown, method?: string) => {
    const answer = await call(path, body, {}, method);
    return [answer.status, answer.body.errors.map(({ field }: { field: string }) => field).sort()];
  };
  expect(await fieldsOf(`journeys/${id}/enroll`, {})).toEqual([422, ["userId"]]);
  expect(await fieldsOf(`journeys/${id}/enroll`, { userID: "ada", properties: 7 })).toEqual([
    422,
    ["properties", "userID", "userId"],
  ]);
  expect(await fieldsOf(`journeys/${id}/progress`, { userId: "u", event: "clicked", nodeId: "tour" })).toEqual([
    422,
    ["event", "nodeId"],
  ]);
  expect(await fieldsOf("devices", { userId: "u", platform: "palm" }, "PUT")).toEqual([422, ["platform", "token"]]);
  const written = await door.database.sql`select id from people where external_id = 'u'`;
  expect(written).toHaveLength(0);
});

test("only the origins of the site, its own journeys and its own pace", async () => {
  const { id } = await journey();
  const elsewhere = await call(`journeys/${id}/enroll`, { userId: "ada" }, { origin: "https://evil.example" });
  expect([elsewhere.status, elsewhere.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  expect((await call("journeys/no-such/enroll", { userId: "ada" })).status).toBe(404);
  expect((await call(`journeys/${id}/enroll`, { userId: "ada" }, { authorization: "Bearer pk_none" })).status).toBe(
    401,
  );
  expect((await call(`journeys/${id}/enroll`, {}, {}, "PUT")).status).toBe(405);

  const { workspaceId, database } = door;
  const siteId = "0197a000-0000-7000-8000-00000000005e";
  await database.orm.insert(schema.sites).values({ id: siteId, workspaceId, name: "Other" });
  const other = await journey({ siteId });
  expect((await call(`journeys/${other.id}/enroll`, { userId: "ada" })).status).toBe(404);
  expect((await call(`journeys/${id}/progress`, { userId: "ada" })).headers.get("ratelimit-policy")).toContain("200");
});

test("a page reads the public key with which it subscribes to web push", async () => {
  const ask = async (origin = "https://shop.example") => {
    const headers = { authorization: `Bearer ${door.publishableKey}`, origin };
    const response = await door.door.fetch(new Request("http://localhost/sdk/push", { headers }), "198.51.100.7");
    return [response.status, await response.json()];
  };
  expect(await ask()).toEqual([200, { data: { publicKey: null } }]);
  const { publicKey } = makeVapidKeys();
  await door.database.orm.insert(schema.providers).values({
    ...{ id: newId(), workspaceId: door.workspaceId, service: "web_push", secrets: "sealed" },
    settings: { subject: "mailto:push@shop.example", publicKey },
  });
  expect(await ask()).toEqual([200, { data: { publicKey } }]);
  expect((await ask("https://elsewhere.example"))[0]).toBe(403);
});

test("an app registers the device of who signs in, and takes it from who used it before", async () => {
  const put = (userId: string, token: string) => call("devices", { userId, token, platform: "ios" }, {}, "PUT");
  expect(await put("ada", "token-1")).toMatchObject({
    status: 200,
    body: { data: { token: "token-1", platform: "ios" } },
  });
  await put("ada", "token-1");
  await put("ada", "token-2");
  await put("bob", "token-1");
  const rows = await door.database.sql`
    select u.external_id, d.token from devices d join people u on u.shard = d.shard and u.id = d.person_id
    order by 1, 2`;
  expect(rows.map(({ external_id, token }) => `${external_id} ${token}`)).toEqual(["ada token-2", "bob token-1"]);

  await door.post("/api/track", { anonymousId: "phone", event: "opened" });
  await door.database.sql`
    insert into devices (shard, person_id, token, workspace_id, platform)
    select shard, id, unnest(array['token-2', 'token-3']), workspace_id, 'android' from people where anonymous_id = 'phone'`;
  await door.post("/api/identify", { userId: "ada", anonymousId: "phone" });
  const ofAda = async () => {
    const found = await door.database.sql<{ token: string }[]>`
      select d.token from devices d join people u on u.shard = d.shard and u.id = d.person_id
      where u.external_id = 'ada' order by 1`;
    return found.map(({ token }) => token);
  };
  await expect.poll(ofAda, { timeout: 5_000 }).toEqual(["token-2", "token-3"]);
  expect((await door.database.sql`select token from devices where token = 'token-2'`).length).toBe(1);
});
