import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { ingest } from "#runtime";
import type { Day, JourneyStats } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Operation = { id: string; kind: string; status: string; done: number; total: number; result: { logFrom: string } };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const wait = { type: "WAIT_FOR_EVENT", name: "wait", config: { eventName: "leave" } };
const exit = { type: "EXIT", name: "end", config: {} };
/** Nothing counts after the end, unless a test is about that. */
const eventGoal = (eventName: string, window = "0s") => ({
  type: "event",
  config: { eventName },
  exitOnGoal: false,
  window,
});

const converted = async ({ id }: Walked) => {
  const stats = await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats`);
  const days = await api.call<{ data: z.infer<typeof Day>[] }>(`GET /api/journeys/${id}/timeseries?days=3`);
  const perDay = days.body.data.reduce((sum, day) => sum + day.converted, 0);
  expect(perDay).toBe(stats.body.data.totals.converted);
  return perDay;
};
const identify = async (userId: string, traits: Record<string, unknown>) => {
  await ingest(api.database, [{ workspaceId: api.workspaceId, type: "identify", userId, traits }]);
  await settle(api);
};
/** Publishes the journey with another goal; returns the recount that follows, if any. */
async function changeGoal(journey: Walked, goalConfig: unknown): Promise<Operation | undefined> {
  const before = await recounts(journey);
  await api.call(`PATCH /api/journeys/${journey.id}`, { body: { goalConfig } });
  const answer = await api.call(`POST /api/journeys/${journey.id}/publish`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await settle(api);
  return (await recounts(journey)).find(({ id }) => !before.some((known) => known.id === id));
}
const recounts = async ({ id }: Walked) =>
  (await api.call<{ data: Operation[] }>(`GET /api/operations?journeyId=${id}`)).body.data.filter(
    (operation) => operation.kind === "recount",
  );
const recount = async ({ id }: Walked) => {
  const answer = await api.call<{ data: { operation: Operation } }>(`POST /api/journeys/${id}/recount`);
  await settle(api);
  return answer;
};

describe("recounting conversions when the goal changes (R26)", () => {
  test("an event counts from an enrollment's start to its end, and by the goal as it is now", async () => {
    const journey = await published(api, [onEvent("a in"), wait, exit], { goalConfig: eventGoal("a bought") });
    const people = ["a-early", "a-inside", "a-after", "a-never"];
    await track(api, "a signed", ["a-early"]);
    await track(api, "a in", people);
    await track(api, "a bought", ["a-never", "a-inside"]);
    await track(api, "a signed", ["a-inside", "a-inside"]);
    await track(api, "leave", ["a-after"]);
    await track(api, "a signed", ["a-after"]);
    expect(await converted(journey)).toBe(2);

    const operation = await changeGoal(journey, eventGoal("a signed"));
    expect(operation).toMatchObject({ status: "done", done: 4, total: 4 });
    expect(Date.parse(operation?.result.logFrom ?? "")).toBeLessThan(Date.now());
    expect(await converted(journey)).toBe(1);

    await recount(journey);
    expect(await converted(journey)).toBe(1);
    await changeGoal(journey, eventGoal("a bought"));
    expect(await converted(journey)).toBe(2);
  });

  test("an attribute counts when it comes true, as the log of changes tells it backwards", async () => {
    const journey = await published(api, [onEvent("b in"), wait, exit], { goalConfig: eventGoal("never") });
    await identify("b-before", { plan: "pro" });
    await track(api, "b in", ["b-before", "b-becomes", "b-briefly", "b-after", "b-no"]);
    await identify("b-becomes", { plan: "pro", name: "B" });
    await identify("b-briefly", { plan: "pro" });
    await identify("b-briefly", { plan: "free" });
    await track(api, "leave", ["b-after"]);
    await identify("b-after", { plan: "pro" });
    const goal = {
      type: "attribute_match",
      config: { attribute: "plan", operator: "eq", value: "pro" },
      exitOnGoal: false,
      window: "0s",
    };
    await changeGoal(journey, goal);
    expect(await converted(journey)).toBe(2);
    const rows = await api.database.sql<{ name: string }[]>`
      select external_id as name from conversions join people on people.id = person_id
      where journey_id = ${journey.id} order by 1`;
    expect(rows.map((row) => row.name)).toEqual(["b-becomes", "b-briefly"]);
  });

  test("a page visit and a finished flow count too", async () => {
    const journey = await published(api, [onEvent("c in"), wait, exit], { goalConfig: eventGoal("never") });
    await track(api, "c in", ["c-1", "c-2"]);
    const { workspaceId, database } = api;
    const seen = {
      workspaceId,
      type: "page" as const,
      userId: "c-1",
      properties: { url: "https://x.example/thanks?a=1" },
    };
    await ingest(database, [seen]);
    await settle(api);
    await changeGoal(journey, {
      type: "page_visit",
      config: { matchType: "contains", pattern: "/thanks" },
      exitOnGoal: false,
    });
    expect(await converted(journey)).toBe(1);
    await track(api, "content.completed", ["c-2"], { properties: { contentId: "tour" } });
    await changeGoal(journey, { type: "flow_completed", config: { flowId: "tour" }, exitOnGoal: false });
    expect(await converted(journey)).toBe(1);
  });

  test("S19: a person who stands on an older version counts by the present goal at once, and only once", async () => {
    const journey = await published(api, [onEvent("d in"), wait, exit], { goalConfig: eventGoal("never") });
    await track(api, "d in", ["d-1"]);
    await changeGoal(journey, eventGoal("d won"));
    await track(api, "d won", ["d-1"]);
    expect(await converted(journey)).toBe(1);
    await recount(journey);
    expect(await converted(journey)).toBe(1);
    const migration = { steps: [{ nodeId: journey.nodes.find((node) => node.name === "wait")?.id, action: "move" }] };
    await api.call(`POST /api/journeys/${journey.id}/publish`, { body: { migration } });
    await settle(api);
    await track(api, "d won", ["d-1"]);
    expect(await converted(journey)).toBe(1);
  });

  test("S19: until everybody is counted by the new goal, the old figure stands; leaving on it alone recounts nothing", async () => {
    const journey = await published(api, [onEvent("e in"), wait, exit], { goalConfig: eventGoal("e won") });
    await track(api, "e in", ["e-1", "e-2", "e-3"]);
    await track(api, "e won", ["e-1", "e-2"]);
    await track(api, "e paid", ["e-3"]);
    await api.call(`PATCH /api/journeys/${journey.id}`, { body: { goalConfig: eventGoal("e paid") } });
    await api.call(`POST /api/journeys/${journey.id}/publish`);
    expect(await converted(journey)).toBe(2);
    await settle(api);
    expect(await converted(journey)).toBe(1);
    expect(await changeGoal(journey, { ...eventGoal("e paid"), exitOnGoal: true })).toBeUndefined();
    expect(await changeGoal(journey, { ...eventGoal("e paid"), deadline: 30 })).toMatchObject({ status: "done" });
    expect(await changeGoal(journey, null)).toBeUndefined();
    expect(await converted(journey)).toBe(0);
    await changeGoal(journey, eventGoal("e won"));
    expect(await converted(journey)).toBe(2);
  });

  test("S18: what happened in the window behind the end is found by a recount too, for one enrollment each", async () => {
    const nodes = [onEvent("f in"), exit];
    const journey = await published(api, nodes, { goalConfig: eventGoal("never"), settings: { reEntry: "every" } });
    await track(api, "f in", ["f-1"]);
    await track(api, "f in", ["f-1", "f-2"]);
    await track(api, "f won", ["f-1", "f-3"]);
    await changeGoal(journey, eventGoal("f won"));
    expect(await converted(journey)).toBe(0);
    await changeGoal(journey, eventGoal("f won", "1d"));
    expect(await converted(journey)).toBe(1);
    const [row] = await api.database.sql<{ latest: boolean }[]>`
      select enrolled_at = (select max(enrolled_at) from enrollments o where o.person_id = c.person_id) as latest
      from conversions c join enrollments e on e.id = c.enrollment_id where c.journey_id = ${journey.id}`;
    expect(row).toEqual({ latest: true });
  });

  test("a journey that was never published has nothing to count", async () => {
    const journey = await published(api, [onEvent("g in"), wait, exit], { goalConfig: eventGoal("g won") });
    const asked = await recount(journey);
    expect([asked.status, asked.body.data.operation.kind]).toEqual([202, "recount"]);
    const body = { name: "Unpublished", siteId: api.siteId };
    const draft = await api.call<{ data: { id: string } }>("POST /api/journeys", { body });
    expect((await api.call(`POST /api/journeys/${draft.body.data.id}/recount`)).status).toBe(409);
  });
});
