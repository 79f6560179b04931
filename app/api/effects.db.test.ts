import { afterAll, beforeEach, expect, test } from "vitest";
import { startWebServer } from "#channels/testing";
import { runOutbox } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

type Person = {
  traits: Record<string, unknown>;
  tags: string[];
  stage: string | null;
  segments: { key: string }[];
};

let api: ApiFixture;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  api = await apiFixture();
});
afterAll(async () => {
  for (const close of closing) await close();
});

const exit = (name = "end") => ({ type: "EXIT", name, config: {} });
const does = (...operations: Record<string, unknown>[]) => ({ type: "ACTION", name: "does", config: { operations } });
const ada = async () => (await api.call<{ data: Person }>("GET /api/people/ada")).body.data;
const make = (traits: Record<string, unknown> = {}, tags: string[] = []) =>
  api.call("POST /api/people", { body: { externalId: "ada", traits, tags } });
const segment = (key: string) => api.call("POST /api/segments", { body: { name: key, key } });
/** A journey with one action, with Ada enrolled. */
const walk = async (...operations: Record<string, unknown>[]): Promise<Walked> => {
  const journey = await published(api, [onEvent("in"), does(...operations), exit()]);
  await track(api, "in", ["ada"]);
  expect(await pathsOf(api, journey)).toEqual([["start", "does", "end"]]);
  return journey;
};

test("tags, stage and attributes are set and taken away, computed ones by what is known of the person", async () => {
  await make({ plan: "free", seats: 3, old: "x" }, ["trial", "lead"]);
  await walk(
    { type: "tag_user", tagName: "active" },
    { type: "untag_user", tagName: "trial" },
    { type: "advance_stage", stageName: "customer" },
    { type: "set_attribute", attribute: "plan", value: "pro" },
    { type: "set_attribute", attribute: "seats", expression: "traits.seats + 2" },
    { type: "unset_attribute", attribute: "old" },
    { type: "none" },
  );
  expect(await ada()).toMatchObject({ traits: { plan: "pro", seats: 5 }, stage: "customer" });
  expect((await ada()).tags.sort()).toEqual(["active", "lead"]);
  expect(Object.keys((await ada()).traits).sort()).toEqual(["plan", "seats"]);
});

test("a person is put into a list and taken out of another, by key or number, and that starts what waits for it", async () => {
  await make();
  await segment("fans");
  const left = await api.call<{ data: { number: number } }>("POST /api/segments", {
    body: { name: "Cold", key: "cold" },
  });
  await api.call("POST /api/segments/cold/members", { body: { people: [{ userId: "ada" }] } });
  await settle(api);
  const on = (triggerType: string, key: string) => ({
    type: "TRIGGER",
    name: "start",
    config: { triggerType, triggerConfig: { segment: key } },
  });
  const joined = await published(api, [on("SEGMENT_ENTERED", "fans"), exit()]);
  const gone = await published(api, [on("SEGMENT_LEFT", "cold"), exit()]);
  await walk({ type: "add_segment", segment: "fans" }, { type: "remove_segment", segment: left.body.data.number });
  expect((await ada()).segments.map(({ key }) => key)).toEqual(["fans"]);
  expect([await pathsOf(api, joined), await pathsOf(api, gone)]).toEqual([[["start", "end"]], [["start", "end"]]]);
});

test("an event that a step sends is in the log and starts another journey with its properties", async () => {
  const isBig = { type: "CONDITION", name: "big", config: { expression: "trigger.properties.size > 10" } };
  const other = await published(api, [onEvent("bought"), isBig, exit("yes"), exit("no")], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
      { sourceNodeId: 1, targetNodeId: 3, branch: "FALSE" },
    ],
  });
  await walk({ type: "emit_event", eventName: "bought", properties: { size: 11 } });
  expect(await pathsOf(api, other)).toEqual([["start", "big", "yes"]]);
  const events = await api.call<{ data: { name: string; properties: unknown }[] }>("GET /api/people/ada/events");
  expect(events.body.data).toContainEqual(expect.objectContaining({ name: "app.bought", properties: { size: 11 } }));
});

test("a person is enrolled in another journey, named in any way, with what it is given", async () => {
  const manual = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
  const set = {
    type: "ACTION",
    name: "set",
    config: { operations: [{ type: "set_attribute", attribute: "from", expression: "trigger.properties.from" }] },
  };
  const other = await published(api, [manual, set, exit()], { key: "welcome", settings: { reEntry: "every" } });
  const { body } = await api.call<{ data: { number: number; shortId: string } }>(`GET /api/journeys/${other.id}`);
  await walk(
    { type: "enroll", journey: "welcome", properties: { from: "key" } },
    { type: "enroll", journey: body.data.number, properties: { from: "number" } },
    { type: "enroll", journey: other.id, properties: { from: "id" } },
  );
  expect(await pathsOf(api, other)).toEqual(Array.from({ length: 3 }, () => ["start", "set", "end"]));
  expect((await ada()).traits.from).toBe("id");
});

test("a journey that is not there is a warning that names the operation; publishing is not held up by it", async () => {
  const step = does({ type: "tag_user", tagName: "x" }, { type: "enroll", journey: "nowhere" });
  const journey = await drawn(api, [onEvent("in"), step, exit()]);
  type Warned = { warnings: { code: string; field: string; nodeId: string }[] };
  const answer = await api.call<Warned>(`POST /api/journeys/${journey.id}/publish`);
  expect([answer.status, answer.body.warnings.find(({ code }) => code === "unknown_journey")]).toMatchObject([
    200,
    { field: "config.operations.1.journey", nodeId: journey.nodes[1]?.id },
  ]);
  await published(api, [onEvent("other"), exit()], { key: "nowhere" });
  const again = await api.call<{ data: { problems: { code: string }[] } }>(`POST /api/journeys/${journey.id}/validate`);
  expect(JSON.stringify(again.body)).not.toContain("unknown_journey");
});

test("a flag belongs to the enrollment: what is behind it can branch on it, the person does not have it", async () => {
  const flagged = { type: "CONDITION", name: "flagged", config: { expression: "journey.flags.vip == true" } };
  const journey = await published(
    api,
    [onEvent("in"), does({ type: "set_flag", flag: "vip" }), flagged, exit("yes"), exit("no")],
    {
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        { sourceNodeId: 1, targetNodeId: 2 },
        { sourceNodeId: 2, targetNodeId: 3, branch: "TRUE" },
        { sourceNodeId: 2, targetNodeId: 4, branch: "FALSE" },
      ],
    },
  );
  await track(api, "in", ["ada"]);
  expect(await pathsOf(api, journey)).toEqual([["start", "does", "flagged", "yes"]]);
  expect((await ada()).traits).toEqual({});
});

test("a webhook's answer is kept and branched on, and an endpoint that refuses has an exit of its own", async () => {
  const scores: Record<string, { status: number; body?: unknown }> = {
    "/ada": { status: 200, body: { score: 810 } },
    "/alan": { status: 200, body: { score: 3 } },
    "/grace": { status: 422, body: { error: "who?" } },
  };
  const server = await startWebServer(({ path }) => scores[path] ?? { status: 404 });
  closing.push(server.close);
  const body = { url: `${server.url}/{{ person.externalId }}`, body: { plan: "{{ plan }}" } };
  const made = await api.call("POST /api/content", { body: { slug: "score", type: "webhook", name: "Score", body } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const call = {
    type: "CONTENT",
    name: "call",
    contentId: "score",
    config: { contentType: "webhook", storeResponseAs: "answer", variables: { plan: "trigger.properties.plan" } },
  };
  const good = {
    type: "CONDITION",
    name: "good",
    config: { expression: "context.answer.status == 200 && context.answer.body.score > 700" },
  };
  const journey = await published(api, [onEvent("in"), call, good, exit("yes"), exit("no"), exit("failed")], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "next" },
      { sourceNodeId: 1, targetNodeId: 5, branch: "failed" },
      { sourceNodeId: 2, targetNodeId: 3, branch: "TRUE" },
      { sourceNodeId: 2, targetNodeId: 4, branch: "FALSE" },
    ],
  });
  for (const person of ["ada", "alan", "grace"]) await track(api, "in", [person], { properties: { plan: "pro" } });
  expect(await pathsOf(api, journey)).toEqual(Array.from({ length: 3 }, () => ["start", "call"]));
  await runOutbox({ database: api.database, clock: { kind: "database" } });
  await settle(api);
  expect(await pathsOf(api, journey)).toEqual([
    ["start", "call", "good", "yes"],
    ["start", "call", "good", "no"],
    ["start", "call", "failed"],
  ]);
  expect(JSON.parse(server.calls[0]?.body ?? "")).toEqual({ plan: "pro" });
});

test("R22 journeys that set each other off are cut after sixteen rounds, and the dashboard is told", async () => {
  const settings = { reEntry: "every" };
  const ping = await published(api, [onEvent("ping"), does({ type: "emit_event", eventName: "pong" }), exit()], {
    settings,
  });
  await published(api, [onEvent("pong"), does({ type: "emit_event", eventName: "ping" }), exit()], { settings });
  await track(api, "ping", ["ada"]);
  expect((await pathsOf(api, ping)).length).toBeLessThan(17);
  const alerts = await api.call<{ data: { code: string }[] }>("GET /api/alerts");
  expect(alerts.body.data.map(({ code }) => code)).toEqual(["depth_limit"]);
});
