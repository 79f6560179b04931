import { beforeEach, describe, expect, test } from "vitest";
import { type IngestItem, ingest } from "#runtime";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const exit = (name = "end") => ({ type: "EXIT", name, config: {} });
const on = (triggerType: string, triggerConfig: Record<string, unknown>, name = "start") => ({
  type: "TRIGGER",
  name,
  config: { triggerType, triggerConfig },
});
const give = async (...items: Omit<IngestItem, "workspaceId">[]) => {
  await ingest(
    api.database,
    items.map((item) => ({ ...item, workspaceId: api.workspaceId })),
  );
  await settle(api);
};
const views = (userId: string, url: string) => give({ userId, type: "page", properties: { url } });
const entered = async (journey: Walked) => (await pathsOf(api, journey)).length;

describe("a page that somebody looks at", () => {
  test.each([
    ["equals", "https://a.example/pricing", "https://a.example/pricing", "https://a.example/pricing?x=1"],
    ["contains", "/pricing", "https://a.example/pricing?x=1", "https://a.example/price"],
    ["starts", "https://a.example/docs", "https://a.example/docs/waits", "http://b.example/https://a.example/docs"],
    ["glob", "https://a.example/*/edit", "https://a.example/journeys/7/edit", "https://a.example/journeys/7/edits"],
    ["regex", "/orders/[0-9]+$", "https://a.example/orders/77", "https://a.example/orders/77b"],
  ])("starts by an address that %s the pattern %s", async (matchType, pattern, hit, miss) => {
    const journey = await published(api, [on("URL_MATCH", { matchType, pattern }), exit()]);
    await views("ada", miss);
    expect(await entered(journey)).toBe(0);
    await views("ada", hit);
    expect(await entered(journey)).toBe(1);
  });

  test("a regular expression that would backtrack for ages is answered, and the next page still starts", async () => {
    const journey = await published(api, [on("URL_MATCH", { matchType: "regex", pattern: "^(a+)+b$" }), exit()]);
    await views("ada", "a".repeat(200_000));
    expect(await entered(journey)).toBe(0);
    await views("ada", `${"a".repeat(5_000)}b`);
    expect(await entered(journey)).toBe(1);
  });
});

test("a click starts by its selector, and by a filter on where it was", async () => {
  const journey = await published(api, [
    on("ELEMENT_CLICK", { selector: "#buy", filter: { url: "/pricing" } }),
    exit(),
  ]);
  const clicks = (selector: string, url: string) =>
    give({ userId: "ada", type: "track", event: "page.clicked", properties: { selector, url } });
  await clicks("#sell", "/pricing");
  await clicks("#buy", "/other");
  expect(await entered(journey)).toBe(0);
  await clicks("#buy", "/pricing");
  expect(await entered(journey)).toBe(1);
});

test("a journey with several triggers is entered by each of them, and goes on from the one it was", async () => {
  const nodes = [
    on(
      "CUSTOM_EVENT",
      { eventName: "bought", filter: { plan: "pro" }, expression: "event.properties.sum > 10" },
      "by event",
    ),
    on("URL_MATCH", { matchType: "contains", pattern: "/thanks" }, "by page"),
    on("MANUAL", {}, "by hand"),
    exit("one"),
    exit("two"),
    exit("three"),
  ];
  const edges = [0, 1, 2].map((index) => ({ sourceNodeId: index, targetNodeId: index + 3 }));
  const journey = await published(api, nodes, { edges });
  await track(api, "bought", ["ada"], { properties: { plan: "pro", sum: 10 } });
  await track(api, "bought", ["ada"], { properties: { plan: "free", sum: 11 } });
  expect(await entered(journey)).toBe(0);
  await track(api, "bought", ["ada"], { properties: { plan: "pro", sum: 11 } });
  await views("alan", "https://a.example/thanks");
  await api.call("POST /api/people", { body: { externalId: "grace" } });
  await api.call(`POST /api/journeys/${journey.id}/enrollments`, { body: { people: [{ userId: "grace" }] } });
  await settle(api);
  expect(await pathsOf(api, journey)).toEqual([
    ["by event", "one"],
    ["by page", "two"],
    ["by hand", "three"],
  ]);
});

test("R45 a schedule lets its audience in at its time, in its own zone", async () => {
  await api.call("POST /api/segments", { body: { name: "Fans", key: "fans" } });
  for (const externalId of ["ada", "alan"]) await api.call("POST /api/people", { body: { externalId } });
  await api.call("POST /api/segments/fans/members", { body: { people: [{ userId: "ada" }] } });
  await settle(api);
  const timed = on("SCHEDULE", { cron: "30 7 * * *", timezone: "Asia/Kolkata" });
  const journey = await published(api, [timed, exit()], { audienceId: "fans", settings: { reEntry: "every" } });
  await later(api, 0);
  expect(await entered(journey)).toBe(0);
  const { database } = api;
  const [next] = await database.sql<
    { at: Date }[]
  >`select next_at as at from schedules where journey_id = ${journey.id}`;
  const at = new Date(next?.at ?? Number.NaN);
  expect(at.toISOString()).toMatch(/T02:00:00/);
  await later(api, at.getTime() - Date.now() + 1_000);
  expect(await pathsOf(api, journey)).toEqual([["start", "end"]]);
  await later(api, at.getTime() - Date.now() + DAY_MS + 1_000);
  expect(await entered(journey)).toBe(2);
});

test("R28b entry conditions: equality, rules, segments and an expression keep out by name who does not meet them", async () => {
  await api.call("POST /api/segments", { body: { name: "Fans", key: "fans" } });
  const settings = {
    entryConditions: {
      filter: { channel: "web" },
      rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] },
      segments: ["fans"],
      expression: "traits.seats > 2",
    },
    minDaysSinceLastJourney: 7,
  };
  const journey = await published(api, [onEvent("in"), exit()], { settings: { ...settings, reEntry: "every" } });
  await api.call("POST /api/people", { body: { externalId: "ada", traits: { plan: "free", seats: 2 } } });
  const comes = (channel = "web") => track(api, "in", ["ada"], { properties: { channel } });
  const patch = (traits: Record<string, unknown>) => api.call("PATCH /api/people/ada", { body: { traits } });
  await comes("app");
  await comes();
  await patch({ plan: "pro" });
  await comes();
  await api.call("POST /api/segments/fans/members", { body: { people: [{ userId: "ada" }] } });
  await comes();
  expect(await entered(journey)).toBe(0);
  await patch({ seats: 3 });
  await comes();
  expect(await entered(journey)).toBe(1);
  await comes();
  type Missed = { reason: string; count: number };
  const missed = await api.call<{ data: Missed[] }>(`GET /api/journeys/${journey.id}/near-misses`);
  const counts = missed.body.data.map(({ reason, count }) => [reason, count]).sort();
  expect(counts).toEqual([
    ["entry_conditions", 4],
    ["too_soon", 1],
  ]);
});
