import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { ingest } from "#runtime";
import type { Backtest } from "#services/trials";
import { schema } from "#store";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { everyRow } from "./testing/rows.ts";
import { drawn, onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;

const pause = { type: "WAIT", name: "pause", config: { duration: "3d" } };
const exit = { type: "EXIT", name: "end" };
const reply = { type: "WAIT_FOR_EVENT", name: "reply", config: { eventName: "replied", timeout: "9d" } };
const names = ({ nodes }: Walked, ids: readonly (string | null)[]) =>
  ids.map((id) => nodes.find((node) => node.id === id)?.name ?? null);
const ask = async <Answer>(journey: Walked, what: string, body?: unknown) => {
  const answer = await api.call<{ data: Answer }>(`POST /api/journeys/${journey.id}/${what}`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
};

describe("a backtest", () => {
  let journey: Walked;
  beforeEach(async () => {
    api = await apiFixture();
    journey = await published(api, [onEvent("bought"), reply, exit]);
  });

  /** Moves what was done into the past. */
  const ago = async (days: number) => {
    for (const [table, column] of [
      ["events", "received_at"],
      ["events", "timestamp"],
      ["person_changes", "at"],
    ]) {
      const moved = `update ${table} set ${column} = ${column} - interval '${days} days'`;
      await api.database.sql.unsafe(moved);
    }
  };
  const visits = (side: Backtest["draft"] | null, name: string) =>
    side?.nodes.find((node) => names(journey, [node.nodeId])[0] === name);

  test("what people did happens again in the draft and in the live version, and the difference is the draft's", async () => {
    await track(api, "bought", ["ada", "grace", "alan"]);
    await track(api, "replied", ["ada"]);
    await track(api, "looked", ["barbara"]);
    await ago(20);
    const draft = { settings: { entryConditions: { plan: "pro" } } };
    const found = await ask<Backtest>(journey, "backtest", { days: 30, draft });
    expect(found).toMatchObject({ people: 3, draft: { totals: { enrolled: 0 } }, live: { totals: { enrolled: 3 } } });
    expect(found.draft.totals.nearMisses).toEqual({ entry_conditions: 3 });
    expect(found.live?.totals).toMatchObject({ completed: 3, active: 0 });
    expect(found.differences.map(({ name, draft: ours, live }) => [name, ours, live])).toContainEqual(["reply", 0, 3]);
    const same = await ask<Backtest>(journey, "backtest", { days: 30 });
    expect([same.differences, same.draft]).toEqual([[], same.live]);
    expect(visits(same.live, "reply")).toMatchObject({ entered: 3, advanced: 3, waiting: 0 });
  });

  test("only the asked-for days count", async () => {
    await track(api, "bought", ["ada"]);
    await ago(20);
    expect((await ask<Backtest>(journey, "backtest", { days: 10 })).people).toBe(0);
    expect((await ask<Backtest>(journey, "backtest", { days: 30 })).people).toBe(1);
  });

  test("R41 people are as they were then: changes since are undone", async () => {
    const { workspaceId } = api;
    const identify = (plan: string) =>
      ingest(api.database, [{ workspaceId, userId: "ada", type: "identify", traits: { plan } }]);
    await identify("free");
    await settle(api);
    await ago(40);
    await track(api, "bought", ["ada"]);
    await ago(10);
    await identify("pro");
    await settle(api);
    const draft = { settings: { entryConditions: { expression: 'traits.plan == "free"' } } };
    expect((await ask<Backtest>(journey, "backtest", { days: 30, draft })).draft.totals.enrolled).toBe(1);
    const now = { settings: { entryConditions: { expression: 'traits.plan == "pro"' } } };
    expect((await ask<Backtest>(journey, "backtest", { days: 30, draft: now })).draft.totals.enrolled).toBe(0);
  });

  const bySegment = (triggerType: string) => ({
    ...{ type: "TRIGGER", name: "moved" },
    config: { triggerType, triggerConfig: { segment: "pro" } },
  });
  const manual = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
  const both = {
    edges: [
      { sourceNodeId: 0, targetNodeId: 2 },
      { sourceNodeId: 1, targetNodeId: 2 },
    ],
  };
  test.each([
    ["those who entered a segment by rules", [bySegment("SEGMENT_ENTERED"), exit], {}, 2],
    ["those who entered it, once each", [bySegment("SEGMENT_ENTERED"), exit], { settings: { reEntry: "every" } }, 2],
    ["those who left it", [bySegment("SEGMENT_LEFT"), exit], {}, 1],
    ["members of entry conditions", [manual, exit], { settings: { entryConditions: { segments: ["pro"] } } }, 2],
    ["those of events beside those of segments", [bySegment("SEGMENT_LEFT"), onEvent("bought"), exit], both, 2],
  ])("%s are replayed, and nobody is missed", async (_name, nodes, extra, enrolled) => {
    const { workspaceId } = api;
    const rules = { all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] };
    expect((await api.call("POST /api/segments", { body: { key: "pro", name: "Pro", rules } })).status).toBe(201);
    const identify = async (userId: string, plan: string) => {
      await ingest(api.database, [{ workspaceId, userId, type: "identify", traits: { plan } }]);
      await settle(api);
    };
    await identify("ada", "pro");
    await identify("bob", "pro");
    await ago(5);
    await identify("bob", "free");
    await identify("carl", "free");
    await track(api, "bought", ["eve"]);
    await ago(5);
    const tried = await drawn(api, nodes, extra);
    const found = await ask<Backtest>(tried, "backtest", { days: 30 });
    expect(found.draft.totals).toMatchObject({ enrolled });
    // Carl, who did nothing that starts any of them, is not looked at.
    expect(found.people).toBeLessThan(4);
  });

  test("a journey that was never published has nothing to compare with", async () => {
    const never = await drawn(api, [onEvent("bought"), exit]);
    expect(await ask<Backtest>(never, "backtest", { days: 7 })).toMatchObject({ live: null, differences: [] });
  });

  test("what nobody can know is said", async () => {
    const slug = "tip";
    await api.call("POST /api/content", { body: { slug, type: "tooltip", name: "Tip" } });
    const tip = { type: "CONTENT", name: "tip", contentId: slug, config: { contentType: "tooltip" } };
    const shown = await drawn(api, [onEvent("bought"), tip, exit]);
    await track(api, "bought", ["ada", "grace"]);
    const found = await ask<Backtest>(shown, "backtest", { days: 7 });
    expect(found.unknown).toEqual([expect.stringContaining("“tip”: the outcome of 2 visits is unknown")]);
  });

  test.each([
    [{}, "days"],
    [{ days: 0 }, "days"],
    [{ days: 91 }, "days"],
    [{ days: 7, people: "all" }, "people"],
  ])("%j is refused by name", async (body, field) => {
    const answer = await api.call(`POST /api/journeys/${journey.id}/backtest`, { body });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  });
});

test("trials write and send nothing: not one row of any table changes but the log of tests", async () => {
  api = await apiFixture();
  const { id } = await published(api, [onEvent("bought"), reply, exit]);
  await track(api, "bought", ["ada", "grace"]);
  await track(api, "replied", ["ada"]);
  const [person] = await api.database.orm.select({ id: schema.people.id }).from(schema.people);
  const draft = { nodes: [onEvent("bought"), { ...pause, id: newId() }, exit] };
  const before = await everyRow(api);
  for (const [what, body] of [
    ["test", undefined],
    ["test", { personId: person?.id, events: [{ after: "1d", eventName: "replied" }] }],
    ["forecast", undefined],
    ["forecast", { draft: { ...draft, edges: [] } }],
    ["backtest", { days: 30 }],
    ["backtest", { days: 30, draft: { ...draft, edges: [] } }],
  ] as const)
    await api.call(`POST /api/journeys/${id}/${what}`, { body });
  const after = await everyRow(api);
  expect({ ...after, "public.audit_log": before["public.audit_log"] }).toEqual(before);
  expect(after["public.audit_log"]).not.toEqual(before["public.audit_log"]);
});

test("R55: whose date came within the days enters a draft that starts by it, beside an event too", async () => {
  api = await apiFixture();
  const birthday = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10).replace(/^\d+/, "2000");
  for (const [externalId, traits] of [
    ["ada", { birthday }],
    ["bob", {}],
  ] as const)
    await api.call("POST /api/people", { body: { externalId, traits } });
  await settle(api);
  await api.database.sql`update person_changes set at = at - interval '40 days'`;
  const triggerConfig = { trait: "birthday", time: "09:00", every: "year" };
  const start = { type: "TRIGGER", name: "birthday", config: { triggerType: "DATE", triggerConfig } };
  const journey = await drawn(api, [start, exit, onEvent("bought")]);
  const found = await ask<Backtest>(journey, "backtest", { days: 30 });
  expect(found).toMatchObject({ people: 2, draft: { totals: { enrolled: 1, completed: 1 } } });
});

test("people and journeys of another workspace do not exist", async () => {
  const journey = await drawn(api, [onEvent("bought"), exit]);
  const other = await apiFixture();
  for (const [what, body] of [["test"], ["forecast"], ["backtest", { days: 7 }]] as const)
    expect((await other.call(`POST /api/journeys/${journey.id}/${what}`, { body })).status).toBe(404);
  const own = await drawn(other, [onEvent("bought"), exit]);
  const [person] = await api.database.orm.select({ id: schema.people.id }).from(schema.people);
  const answer = await other.call(`POST /api/journeys/${own.id}/test`, { body: { personId: person?.id } });
  expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, "personId"]);
});
