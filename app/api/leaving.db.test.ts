import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "#runtime";
import { DAY_MS, HOUR_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

type Position = { id: string; status: string; exitReason: string | null };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const exit = (name = "end") => ({ type: "EXIT", name, config: {} });
const pause = { type: "WAIT", name: "pause", config: { duration: "30d" } };
const enrollments = async ({ id }: Walked) =>
  (await api.call<{ data: Position[] }>(`GET /api/journeys/${id}/enrollments?limit=100`)).body.data.reverse();
const ends = async (journey: Walked) =>
  (await enrollments(journey)).map(({ status, exitReason }) => [status, exitReason]);
const change = async (userId: string, traits: Record<string, unknown>) => {
  await api.call(`PATCH /api/people/${userId}`, { body: { traits } });
  await settle(api);
};
/** One after the other, so that their enrollments have an order. */
const enter = async (...userIds: string[]) => {
  for (const userId of userIds) await track(api, "in", [userId]);
};
const waits = (extra: Record<string, unknown> = {}) => published(api, [onEvent("in"), pause, exit()], extra);

describe("exit conditions cut a wait of thirty days short", () => {
  test("by an event with a filter and an expression, which must hold together", async () => {
    const condition = { eventName: "cancelled", filter: { plan: "pro" }, expression: "event.properties.seats > 2" };
    const journey = await waits({ settings: { exitConditions: [condition] } });
    await enter("ada");
    for (const properties of [
      { plan: "free", seats: 3 },
      { plan: "pro", seats: 2 },
    ])
      await track(api, "cancelled", ["ada"], { properties });
    expect(await ends(journey)).toEqual([["ACTIVE", null]]);
    await track(api, "cancelled", ["ada"], { properties: { plan: "pro", seats: 3 } });
    expect(await ends(journey)).toEqual([["STOPPED", "exit_condition"]]);
  });

  test.each([
    ["rules", { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } }],
    ["an expression", { expression: 'traits.plan == "pro"' }],
  ])("by %s on the person, and whom it holds for is not let in", async (_, condition) => {
    const journey = await waits({ settings: { exitConditions: [condition], reEntry: "restart" } });
    await enter("ada");
    await change("ada", { plan: "pro" });
    expect(await ends(journey)).toEqual([["STOPPED", "exit_condition"]]);
    await enter("ada");
    expect(await enrollments(journey)).toHaveLength(1);
  });
});

test.each([
  [
    "event",
    { eventName: "bought", filter: { plan: "pro" } },
    () => track(api, "bought", ["ada"], { properties: { plan: "pro" } }),
  ],
  [
    "page_visit",
    { matchType: "glob", pattern: "https://a.example/*/done" },
    () =>
      ingest(api.database, [
        {
          workspaceId: api.workspaceId,
          userId: "ada",
          type: "page",
          properties: { url: "https://a.example/7/done" },
        },
      ]),
  ],
  ["attribute_match", { attribute: "plan", operator: "eq", value: "pro" }, () => change("ada", { plan: "pro" })],
  [
    "flow_completed",
    { flowId: "tour" },
    () =>
      ingest(api.database, [
        {
          workspaceId: api.workspaceId,
          userId: "ada",
          type: "track",
          event: "content.completed",
          properties: { contentId: "tour" },
        },
      ]),
  ],
])("a goal by %s ends the enrollment at once as completed, and is one conversion", async (type, config, happens) => {
  const journey = await waits({ goalConfig: { type, config } });
  await enter("ada", "alan");
  await happens();
  await settle(api);
  expect(await ends(journey)).toEqual([
    ["COMPLETED", "goal_reached"],
    ["ACTIVE", null],
  ]);
  const [row] = await api.database.sql`select count(*)::int as n from conversions where journey_id = ${journey.id}`;
  expect(row).toEqual({ n: 1 });
});

test("R26 a deadline and a longest stay end an enrollment at their time, counted from enrollment, goals in time before it", async () => {
  const goalConfig = { type: "event", config: { eventName: "bought" }, deadline: 7 };
  const timed = await waits({ goalConfig, settings: { reEntry: "every" } });
  await enter("ada");
  await later(api, 7 * DAY_MS - 1_000);
  expect(await ends(timed)).toEqual([["ACTIVE", null]]);
  await later(api, 7 * DAY_MS + 1_000);
  expect(await ends(timed)).toEqual([["STOPPED", "goal_deadline"]]);
  const short = await waits({ settings: { maxDuration: "36h" } });
  await enter("alan");
  await later(api, 36 * HOUR_MS + 1_000);
  expect(await ends(short)).toEqual([["STOPPED", "max_duration"]]);
});

test("somebody is stopped by hand, once, with the reason; the others go on", async () => {
  const journey = await waits();
  await enter("ada", "alan");
  const [first] = await enrollments(journey);
  expect((await api.call(`POST /api/journeys/${journey.id}/enrollments/${first?.id}/stop`)).status).toBe(200);
  await settle(api);
  expect(await ends(journey)).toEqual([
    ["STOPPED", "stopped"],
    ["ACTIVE", null],
  ]);
});

describe("waiting for a condition", () => {
  const condition = (config: Record<string, unknown>) =>
    published(api, [onEvent("in"), { type: "WAIT_FOR_CONDITION", name: "wait", config }, exit("met"), exit("late")], {
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        { sourceNodeId: 1, targetNodeId: 2, branch: "met" },
        ...(config.timeout ? [{ sourceNodeId: 1, targetNodeId: 3, branch: "timeout" }] : []),
      ],
    });
  const put = async (what: "POST" | "DELETE", key: string, userId: string) => {
    await api.call(`${what} /api/segments/${key}/members`, { body: { people: [{ userId }] } });
    await settle(api);
  };

  test("any of the included segments, none of the excluded ones, and the expression must hold together", async () => {
    for (const key of ["fans", "friends", "blocked"])
      await api.call("POST /api/segments", { body: { name: key, key } });
    const include = [{ segment: "fans" }, { segment: "friends" }];
    const journey = await condition({ include, exclude: [{ segment: "blocked" }], expression: "traits.seats > 2" });
    await enter("ada", "alan");
    await put("POST", "friends", "ada");
    await put("POST", "blocked", "ada");
    await change("ada", { seats: 3 });
    expect((await pathsOf(api, journey))[0]).toEqual(["start", "wait"]);
    await put("DELETE", "blocked", "ada");
    expect(await pathsOf(api, journey)).toEqual([
      ["start", "wait", "met"],
      ["start", "wait"],
    ]);
  });

  test("people who meet it on arrival pass through, and the timeout takes the rest", async () => {
    await api.call("POST /api/people", { body: { externalId: "ada", traits: { plan: "pro" } } });
    const include = [{ field: "traits.plan", op: "eq", value: "pro" }];
    const journey = await condition({ include, timeout: "2d" });
    await enter("ada", "alan");
    await later(api, 2 * DAY_MS + 1_000);
    expect(await pathsOf(api, journey)).toEqual([
      ["start", "wait", "met"],
      ["start", "wait", "late"],
    ]);
  });
});

describe("a journey that is deleted for good", () => {
  test("goes with its enrollments, messages and numbers; the people, and what other journeys did, stay", async () => {
    const [journey, other] = [await waits(), await published(api, [onEvent("in"), pause, exit()])];
    await enter("ada", "alan");
    const gone = await api.call(`DELETE /api/journeys/${journey.id}?permanent=true`);
    expect(gone.status).toBeLessThan(300);
    expect((await api.call(`GET /api/journeys/${journey.id}`)).status).toBe(404);
    await settle(api);
    for (const table of ["enrollments", "positions", "history", "node_counts", "journey_counts", "versions"]) {
      const [row] = await api.database.sql`
        select count(*)::int as n from ${api.database.sql(table)} where journey_id = ${journey.id}`;
      expect([table, row?.n]).toEqual([table, 0]);
    }
    expect(await ends(other)).toEqual([
      ["ACTIVE", null],
      ["ACTIVE", null],
    ]);
    const own = await api.call<{ data: { journeyId: string }[] }>("GET /api/people/ada/enrollments");
    expect(own.body.data.map(({ journeyId }) => journeyId)).toEqual([other.id]);
  });
});

test("R32 a resume at a rate hands people back a portion at a time, with shift after the time the pause took", async () => {
  const journey = await published(api, [onEvent("in"), { ...pause, config: { duration: "1h" } }, exit()]);
  await enter("ada", "alan", "grace");
  await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
  await later(api, 5 * HOUR_MS);
  expect(await ends(journey)).toEqual(Array.from({ length: 3 }, () => ["ACTIVE", null]));
  // The pause began two hours ago, so an hour of the wait was left then and is left now.
  await api.database.sql`
    update journeys set pauses = jsonb_set(pauses, '{-1,from}', to_jsonb(${new Date(Date.now() - 2 * HOUR_MS).toISOString()}::text))
    where id = ${journey.id}`;
  const resumed = await api.call(`POST /api/journeys/${journey.id}/resume`, {
    body: { onResume: "shift", perMinute: 60 },
  });
  expect(resumed.status, JSON.stringify(resumed.body)).toBe(200);
  const operations = async () =>
    (
      await api.call<{ data: { kind: string; status: string; total: number }[] }>(
        `GET /api/operations?journeyId=${journey.id}`,
      )
    ).body.data;
  expect((await operations())[0]).toMatchObject({ kind: "resume", total: 3 });
  await later(api, HOUR_MS / 2);
  expect((await operations())[0]).toMatchObject({ status: "done" });
  expect(await ends(journey)).toEqual(Array.from({ length: 3 }, () => ["ACTIVE", null]));
  await later(api, 3 * HOUR_MS + 60_000);
  expect(await ends(journey)).toEqual(Array.from({ length: 3 }, () => ["COMPLETED", "finished"]));
});
