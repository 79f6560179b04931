import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const create = async (key: string, rules?: Record<string, unknown>) => {
  const made = await api.call("POST /api/segments", { body: { name: key, key, ...(rules ? { rules } : {}) } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await settle(api);
};
const make = (externalId: string, more: Record<string, unknown> = {}) =>
  api.call("POST /api/people", { body: { externalId, ...more } });
const change = async (userId: string, body: Record<string, unknown>) => {
  await api.call(`PATCH /api/people/${userId}`, { body });
  await settle(api);
};
/** Who is in the segment, by external id. */
const members = async (key: string) => {
  const { body } = await api.call<{ data: { externalId: string }[] }>(`GET /api/segments/${key}/members?limit=100`);
  return body.data.map(({ externalId }) => externalId).sort();
};

describe("a segment by rules", () => {
  beforeEach(async () => {
    await make("ada", { traits: { plan: "pro", seats: 9 }, tags: ["beta"], stage: "customer" });
    await make("alan", { traits: { plan: "pro" }, stage: "lead" });
    await make("grace", { tags: ["beta"] });
    await settle(api);
  });

  test.each([
    ["a trait", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] }, ["ada", "alan"]],
    ["a tag", { all: [{ field: "tags", op: "contains", value: "beta" }] }, ["ada", "grace"]],
    ["a stage", { all: [{ field: "stage", op: "in", value: ["lead", "trial"] }] }, ["alan"]],
    [
      "all of them",
      {
        all: [
          { field: "traits.plan", op: "eq", value: "pro" },
          { field: "traits.seats", op: "gte", value: 9 },
        ],
      },
      ["ada"],
    ],
    [
      "any of them",
      {
        any: [
          { field: "traits.seats", op: "gt", value: 5 },
          { field: "stage", op: "eq", value: "lead" },
        ],
      },
      ["ada", "alan"],
    ],
    ["not", { all: [{ field: "traits.plan", op: "exists" }], not: true }, ["grace"]],
    [
      "a group that is not, in another",
      {
        all: [
          { field: "tags", op: "contains", value: "beta" },
          { any: [{ field: "traits.plan", op: "eq", value: "pro" }], not: true },
        ],
      },
      ["grace"],
    ],
  ])("holds who is meant by %s", async (_, rules, expected) => {
    await create("meant", rules);
    expect(await members("meant")).toEqual(expected);
  });

  test("may be told by other segments, lists and rules, in them or not in them, and follows them at once", async () => {
    await create("pros", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] });
    await create("blocked");
    await create("reached", { all: [{ segment: "pros" }, { segment: "blocked", not: true }] });
    expect(await members("reached")).toEqual(["ada", "alan"]);
    await api.call("POST /api/segments/blocked/members", { body: { people: [{ userId: "ada" }] } });
    await change("grace", { traits: { plan: "pro" } });
    expect(await members("reached")).toEqual(["alan", "grace"]);
    await api.call("DELETE /api/segments/blocked/members", { body: { people: [{ userId: "ada" }] } });
    await change("alan", { traits: { plan: null } });
    expect(await members("reached")).toEqual(["ada", "grace"]);
  });
});

test("R23 an event at least so many times within so many days: built from the log, live after it, left by time alone", async () => {
  const often = { all: [{ event: "bought", count: { gte: 2 }, within: "7d", filter: { plan: "pro" } }] };
  const pro = { properties: { plan: "pro" } };
  await track(api, "bought", ["ada", "ada", "alan"], pro);
  await track(api, "bought", ["alan", "alan"], { properties: { plan: "free" } });
  await create("buyers", often);
  expect(await members("buyers")).toEqual(["ada"]);
  const exit = { type: "EXIT", name: "end", config: {} };
  const on = (triggerType: string) => ({
    type: "TRIGGER",
    name: "start",
    config: { triggerType, triggerConfig: { segment: "buyers" } },
  });
  const [joins, leaves] = [
    await published(api, [on("SEGMENT_ENTERED"), exit]),
    await published(api, [on("SEGMENT_LEFT"), exit]),
  ];
  await track(api, "bought", ["alan"], pro);
  expect(await members("buyers")).toEqual(["ada", "alan"]);
  expect(await pathsOf(api, joins)).toEqual([["start", "end"]]);
  await later(api, 7 * DAY_MS + 5 * 60_000);
  expect(await members("buyers")).toEqual([]);
  expect(await pathsOf(api, leaves)).toEqual([
    ["start", "end"],
    ["start", "end"],
  ]);
});

test("R28 an audience journey enrolls who is there on publish and who joins later, and each membership once", async () => {
  await create("pros", { all: [{ field: "traits.plan", op: "eq", value: "pro" }] });
  await make("ada", { traits: { plan: "pro" } });
  await make("alan");
  await settle(api);
  const manual = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
  const wait = { type: "WAIT", name: "wait", config: { duration: "30d" } };
  const journey = await published(api, [manual, wait], { audienceId: "pros" });
  await settle(api);
  expect(await pathsOf(api, journey)).toHaveLength(1);
  await change("alan", { traits: { plan: "pro" } });
  expect(await pathsOf(api, journey)).toHaveLength(2);
  await api.call(`POST /api/journeys/${journey.id}/publish`);
  await settle(api);
  expect(await pathsOf(api, journey)).toHaveLength(2);
  const filtered = await published(api, [onEvent("in"), wait], { audienceId: "pros" });
  await make("grace");
  await track(api, "in", ["ada", "grace"]);
  expect(await pathsOf(api, filtered)).toHaveLength(1);
});
