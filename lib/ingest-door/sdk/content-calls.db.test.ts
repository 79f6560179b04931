import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_POLICIES } from "#policies";
import { type Engine, startEngine } from "#runtime";
import type { Context } from "#services";
import { createContent, updateContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { putPolicies } from "#services/sending-policies";
import { type DoorFixture, doorFixture } from "../testing.ts";

let door: DoorFixture;
let engine: Engine;
let ctx: Context;
const ORIGIN = { origin: "https://shop.example" };

beforeAll(async () => {
  door = await doorFixture({ publishableRateLimit: 1_000 });
  engine = startEngine(door.database);
  const { database, workspaceId } = door;
  ctx = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
});
afterAll(() => engine.stop());

type Made = { readonly key: string; readonly event: string; readonly id: string };
let made = 0;

/** A published journey that an event starts and that shows one content item; its three exits lead to three waits. */
async function show(type: string, body: object, more: Record<string, unknown> = {}): Promise<Made> {
  made += 1;
  const key = `${type}-${made}`;
  const event = `app.started_${made}`;
  await createContent(ctx, { type: type as "modal", slug: key, name: key, body: { ...body } });
  const nodes = [
    { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } } },
    { type: "CONTENT", name: "show", contentId: key, config: { contentType: type, variables: { plan: "pro" } } },
    ...["completed", "dismissed", "timeout"].map((name) => ({ type: "WAIT", name, config: { duration: "10d" } })),
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    ...["completed", "dismissed", "timeout"].map((branch, at) => ({ sourceNodeId: 1, targetNodeId: at + 2, branch })),
  ];
  const body2 = { name: key, siteId: door.siteId, nodes, edges, settings: { reEntry: "every" }, ...more };
  const { data } = await createJourney(ctx, NewJourney.parse(body2));
  await publishJourney(ctx, data.id);
  return { key, event, id: data.id };
}

async function get(path: string, key = door.publishableKey, headers: Record<string, string> = ORIGIN) {
  const url = `http://localhost/sdk/${path}${path.includes("?") ? "&" : "?"}key=${key}`;
  const response = await door.door.fetch(new Request(url, { headers }), "198.51.100.7");
  return {
    status: response.status,
    headers: response.headers,
    body: response.status === 304 ? null : await response.json(),
  };
}

type Shown = {
  deliveryId: string;
  key: string;
  step: string | null;
  done: string[];
  document: { parts: { blocks: { text: string }[] } };
};
const contentOf = async (who: string): Promise<Shown[]> => (await get(`content?${who}`)).body.data.content;
const heldOf = async (who: string) => (await get(`content?${who}`)).body.data.held;

const track = (event: string, who: Record<string, unknown>) => door.post("/api/track", { event, ...who });

async function report(body: Record<string, unknown>) {
  const headers = { ...ORIGIN, authorization: `Bearer ${door.publishableKey}` };
  const answer = await door.post("/sdk/content", body, headers);
  return answer.status === 200 ? answer.body.data.noted : answer.body.errors.map((one: { field: string }) => one.field);
}

async function offered(who: string, count = 1): Promise<Shown[]> {
  await expect.poll(async () => (await contentOf(who)).length, { timeout: 5_000 }).toBe(count);
  return contentOf(who);
}

const standsAt = async (userId: string, journeyId: string) => {
  const answer = await door.post(`/sdk/journeys/${journeyId}/progress`, { userId });
  return answer.body.data.currentNodeIds.length;
};

const eventsOf = async (userId: string) => {
  const rows = await door.database.sql<{ name: string; properties: Record<string, unknown> }[]>`
    select e.name, e.properties from events e join people u on u.shard = e.shard and u.id = e.person_id
    where u.external_id = ${userId} and e.name like 'content.%' order by e.received_at`;
  return rows;
};
const statusOf = async (deliveryId: string) => {
  const [row] = await door.database.sql`select status, display from deliveries where id = ${deliveryId}`;
  return row;
};

const MODAL = {
  blocks: [{ type: "heading", text: { en: "Hello {{ traits.name }} on {{ plan }}", de: "Hallo {{ traits.name }}" } }],
};

test("a visitor is shown what waits for them, in their language and as text, and what they do leads them on", async () => {
  const { event, id, key } = await show("modal", MODAL);
  await door.post("/api/identify", { userId: "ada", traits: { name: "<img onerror=alert(1)>" } });
  await track(event, { userId: "ada" });
  const [first] = await offered("userId=ada&languages=fr,en");
  expect(first?.document.parts.blocks[0]?.text).toBe("Hello <img onerror=alert(1)> on pro");
  const [german] = await contentOf("userId=ada&languages=de-AT");
  expect(german?.document.parts.blocks[0]?.text).toBe("Hallo <img onerror=alert(1)>");

  const { deliveryId = "" } = first ?? {};
  const waits = {
    userId: "ada",
    deliveryId,
    event: "gave_up",
    reason: "no element scores 0.6",
    page: "https://shop.example/x",
  };
  expect([await report(waits), await report(waits)]).toEqual([true, true]);
  expect((await statusOf(deliveryId))?.display).toMatchObject({ stage: "gave_up", reason: "no element scores 0.6" });
  expect(await report({ userId: "ada", deliveryId, event: "shown" })).toBe(true);
  expect(await statusOf(deliveryId)).toMatchObject({ status: "shown", display: { stage: "shown" } });
  expect(await report({ userId: "ada", deliveryId, event: "completed" })).toBe(true);
  expect(await report({ userId: "ada", deliveryId, event: "dismissed" })).toBe(false);
  expect(await contentOf("userId=ada")).toEqual([]);
  expect(await standsAt("ada", id)).toBe(1);
  const events = await eventsOf("ada");
  expect(events.map(({ name }) => name)).toEqual(["content.gave_up", "content.shown", "content.completed"]);
  expect(events[2]?.properties).toMatchObject({ contentId: key, type: "modal", journeyId: id });
  const [delivery] = await door.database.sql`
    select n.value ->> 'name' as at from positions p join versions v on v.id = p.version_id
    cross join lateral jsonb_array_elements(v.document -> 'nodes') n
    where p.journey_id = ${id} and n.value ->> 'id' = p.node_id::text`;
  expect(delivery?.at).toBe("completed");
});

test("the most important comes first, and each goes on where the person stood", async () => {
  const low = await show("banner", { blocks: [{ type: "text", text: "low" }], priority: 10 });
  const flow = await show("flow", {
    priority: 90,
    steps: ["a", "b"].map((id) => ({ id, blocks: [{ type: "text", text: id }] })),
  });
  await track(low.event, { userId: "bob" });
  await track(flow.event, { userId: "bob" });
  const [first, second] = await offered("userId=bob", 2);
  expect([first?.key, second?.key]).toEqual([flow.key, low.key]);
  const at = { userId: "bob", deliveryId: first?.deliveryId, event: "step", step: "b", done: ["a"] };
  expect(await report(at)).toBe(true);
  expect((await contentOf("userId=bob"))[0]).toMatchObject({ step: "b", done: ["a"] });
});

test("how often and after which dismissal it is shown is kept for the person, over all journeys", async () => {
  const often = await show("banner", { ...MODAL, frequency: { most: 2, per: "1d" } });
  const once = await show("banner", { ...MODAL, dismissal: { scope: "kind", for: "1h" } });
  await track(often.event, { userId: "cleo" });
  const [first] = await offered("userId=cleo");
  await report({ userId: "cleo", deliveryId: first?.deliveryId, event: "shown" });
  expect(await heldOf("userId=cleo")).toEqual([]);
  await report({ userId: "cleo", deliveryId: first?.deliveryId, event: "shown" });
  expect(await heldOf("userId=cleo")).toMatchObject([{ key: often.key, reason: "frequency" }]);
  await door.database.sql`update content_seen set shown_at = '[1]'`;
  await track(once.event, { userId: "cleo" });
  const [, second] = await offered("userId=cleo", 2);
  await report({ userId: "cleo", deliveryId: second?.deliveryId, event: "dismissed" });
  expect(await heldOf("userId=cleo")).toMatchObject([{ key: often.key, reason: "dismissed" }]);
  await door.database
    .sql`update content_seen set dismissed_until = now() - interval '1 second' where dismissed_scope = 'kind'`;
  expect(await contentOf("userId=cleo")).toHaveLength(1);
});

test("R43 what is shown counts towards the caps of the workspace, and waits where one is full", async () => {
  const one = await show("banner", MODAL);
  const other = await show("banner", MODAL);
  const cap = { channel: "inapp", topicId: null, limit: 1, whenFull: "hold" } as const;
  const rolling = { kind: "rolling", hours: 24 } as const;
  await putPolicies(ctx, { ...NO_POLICIES, caps: [{ ...cap, period: rolling }] });
  await track(one.event, { userId: "hal" });
  await track(other.event, { userId: "hal" });
  const [first] = await offered("userId=hal", 2);
  await report({ userId: "hal", deliveryId: first?.deliveryId, event: "shown" });
  await report({ userId: "hal", deliveryId: first?.deliveryId, event: "shown" });
  expect((await contentOf("userId=hal")).map(({ key }) => key)).toEqual([first?.key]);
  expect(await heldOf("userId=hal")).toMatchObject([{ reason: "cap" }]);
  const [usage] = await door.database.sql`select length(places) as places from send_usage`;
  expect(usage?.places).toBe(33);
  await putPolicies(ctx, NO_POLICIES);
  expect(await contentOf("userId=hal")).toHaveLength(2);
});

test("people who were promised a revision get it, and what is no document is told to be none", async () => {
  const { event, key } = await show("modal", { blocks: [{ type: "text", text: "promised" }] });
  const broken = await show("modal", {});
  await track(event, { userId: "dan" });
  await track(broken.event, { userId: "dan" });
  await offered("userId=dan");
  await updateContent(ctx, key, { body: { blocks: [{ type: "text", text: "later" }] } });
  expect((await contentOf("userId=dan"))[0]?.document.parts.blocks[0]?.text).toBe("promised");
  await expect.poll(() => heldOf("userId=dan")).toMatchObject([{ key: broken.key, reason: "not_a_document" }]);
});

test("an anonymous visitor who signs in keeps their enrollment, what waits for them, and what they dismissed", async () => {
  const shown = await show("modal", MODAL, { allowAnonymous: true });
  const gone = await show(
    "tooltip",
    { ...MODAL, target: { signals: [{ kind: "id", value: "x" }] }, dismissal: { scope: "item" } },
    { allowAnonymous: true },
  );
  await track("app.older", { userId: "eve" });
  await track(shown.event, { anonymousId: "eves-phone" });
  await track(gone.event, { anonymousId: "eves-phone" });
  const before = await offered("anonymousId=eves-phone", 2);
  const tooltip = before.find(({ key }) => key === gone.key);
  await report({ anonymousId: "eves-phone", deliveryId: tooltip?.deliveryId, event: "dismissed" });
  await door.post("/api/identify", { userId: "eve", anonymousId: "eves-phone" });
  const [kept] = await offered("userId=eve");
  expect(kept?.deliveryId).toBe(before.find(({ key }) => key === shown.key)?.deliveryId);
  // Another device of hers has the journey too: of two running enrollments the earlier one goes on (R39).
  await track(gone.event, { userId: "eve" });
  await expect.poll(() => heldOf("userId=eve")).toMatchObject([{ key: gone.key, reason: "dismissed" }]);
  expect((await contentOf("anonymousId=eves-phone")).map(({ deliveryId }) => deliveryId)).toEqual([kept?.deliveryId]);
});

test("nobody reports for another person, of another workspace's content, or without naming what is wrong", async () => {
  const { event } = await show("modal", MODAL);
  await track(event, { userId: "fay" });
  const [first] = await offered("userId=fay");
  expect(await report({ userId: "ada", deliveryId: first?.deliveryId, event: "completed" })).toBe(false);
  expect(await report({ userId: "nobody", deliveryId: first?.deliveryId, event: "completed" })).toBe(false);
  expect((await report({ deliveryId: "x", event: "seen", more: 1 })).sort()).toEqual([
    "deliveryId",
    "event",
    "more",
    "userId",
  ]);
  expect((await get("content?userId=fay", door.publishableKey, { origin: "https://evil.example" })).status).toBe(403);
  expect((await get("content?userId=fay", "pk_none")).status).toBe(401);
  expect((await get("content")).body.errors.map(({ field }: { field: string }) => field)).toEqual(["userId"]);
  expect(await contentOf("userId=fay")).toHaveLength(1);
});

test("what has not changed is not sent again", async () => {
  const first = await get("content?userId=fay");
  const etag = first.headers.get("etag") ?? "";
  const again = await get("content?userId=fay", door.publishableKey, { ...ORIGIN, "if-none-match": etag });
  expect([first.status, again.status]).toEqual([200, 304]);
});

test("pages get the rules of their site, small, and know whether there may be content", async () => {
  const nodes = [
    { type: "TRIGGER", config: { triggerType: "ELEMENT_CLICK", triggerConfig: { selector: "#buy" } } },
    {
      type: "TRIGGER",
      config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "glob", pattern: "*/pricing*" } },
    },
    { type: "TRIGGER", config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "regex", pattern: "(a+)+$" } } },
    { type: "WAIT", config: { duration: "1d" } },
  ];
  const edges = [0, 1, 2].map((sourceNodeId) => ({ sourceNodeId, targetNodeId: 3 }));
  const { data } = await createJourney(ctx, NewJourney.parse({ name: "Rules", siteId: door.siteId, nodes, edges }));
  await publishJourney(ctx, data.id);
  const rules = async () => (await get("rules")).body.data;
  await expect.poll(rules, { timeout: 3_000 }).toEqual({
    live: true,
    clicks: ["#buy"],
    pages: [
      ["glob", "*/pricing*"],
      ["contains", ""],
    ],
    renderer: null,
  });
});

test("a click that a page reports starts the journey of its element, and other reserved names stay refused", async () => {
  const click = (event: string) => {
    const body = { event, anonymousId: "clicker", properties: { selector: "#buy" } };
    return door.post("/api/track", body, { ...ORIGIN, authorization: `Bearer ${door.publishableKey}` });
  };
  expect([(await click("page.clicked")).status, (await click("page.viewed")).status]).toEqual([200, 403]);
  const entered = async () =>
    (
      await door.database.sql`
    select 1 from near_misses where reason = 'anonymous'`
    ).length;
  await expect.poll(entered, { timeout: 5_000 }).toBeGreaterThan(0);
});

test("a page that follows sees content as soon as the engine offers it, and its end", async () => {
  const { event } = await show("banner", MODAL);
  await track("app.older", { userId: "gil" });
  const url = `http://localhost/sdk/content?userId=gil&stream=1&key=${door.publishableKey}`;
  const response = await door.door.fetch(new Request(url, { headers: ORIGIN }), "198.51.100.7");
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<Shown[]> => {
    for (;;) {
      const { value = "", done } = await reader.read();
      const data = /^data: (.*)$/m.exec(value)?.[1];
      if (data) return JSON.parse(data).content;
      if (done) throw new Error("the stream ended");
    }
  };
  expect(await next()).toEqual([]);
  await track(event, { userId: "gil" });
  const [shown] = await next();
  await report({ userId: "gil", deliveryId: shown?.deliveryId, event: "dismissed" });
  await expect.poll(async () => (await next()).length, { timeout: 5_000 }).toBe(0);
  await reader.cancel();
});
