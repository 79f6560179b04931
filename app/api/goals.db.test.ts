import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { ALL_SHARDS } from "#db";
import { ingest } from "#runtime";
import type { JourneyStats } from "#services/stats";
import { rollUpGoalCounts } from "#store/goal-counts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const exit = { type: "EXIT", name: "end", config: {} };
const wait = { type: "WAIT_FOR_EVENT", name: "wait", config: { eventName: "leave" } };
const goal = (eventName: string, more = {}) => ({ type: "event", config: { eventName }, exitOnGoal: false, ...more });
const totals = async ({ id }: Pick<Walked, "id">) =>
  (await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats`)).body.data.totals;
const age = (journey: Walked, by: string) =>
  api.database.sql`
    update enrollments set enrolled_at = enrolled_at - ${by}::text::interval, ended_at = ended_at - ${by}::text::interval
    where journey_id = ${journey.id}`;
const hears = async (name: string) =>
  (await api.database.sql`select from event_interest where workspace_id = ${api.workspaceId} and name = ${name}`)
    .length > 0;

describe("the value of a goal", () => {
  test("is summed by journey, day and version, shown with each enrollment, and counted again over the log", async () => {
    await api.call("PATCH /api/workspace", { body: { settings: { currency: "EUR" } } });
    const sold = { goalConfig: goal("v bought", { valueProperty: "order.total" }) };
    const journey = await published(api, [onEvent("v in"), wait, exit], sold);
    await track(api, "v in", ["v-1", "v-2", "v-3", "v-4"]);
    await track(api, "v bought", ["v-1"], { properties: { order: { total: 19.99 } } });
    await track(api, "v bought", ["v-2"], { properties: { order: { total: "80.015" } } });
    // What says no number is worth nothing that is known.
    await track(api, "v bought", ["v-3"], { properties: { order: { total: "a lot" } } });
    const figures = () => api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${journey.id}/stats`);
    expect((await figures()).body.data).toMatchObject({ currency: "EUR", totals: { converted: 3, value: 100.005 } });
    const days = await api.call<{ data: { value: number }[] }>(`GET /api/journeys/${journey.id}/timeseries?days=2`);
    expect(days.body.data.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100.005);
    const list = await api.call<{ data: { value: number | null }[] }>(`GET /api/journeys/${journey.id}/enrollments`);
    expect(list.body.data.map(({ value }) => value).sort()).toEqual([19.99, 80.015, null, null]);
    // Another property is another goal, counted again over the kept log.
    const { body } = await api.call<{ data: { revision: number } }>(`PATCH /api/journeys/${journey.id}`, {
      body: { goalConfig: goal("v bought") },
    });
    expect(body.data.revision).toBeGreaterThan(1);
    await api.call(`POST /api/journeys/${journey.id}/publish`);
    await settle(api);
    expect((await figures()).body.data.totals).toMatchObject({ converted: 3, value: 0 });
    // With another window it has never been counted, so every value comes from the log.
    const longer = { goalConfig: goal("v bought", { valueProperty: "order.total", window: "8d" }) };
    await api.call(`PATCH /api/journeys/${journey.id}`, { body: longer });
    await api.call(`POST /api/journeys/${journey.id}/publish`);
    await settle(api);
    expect((await figures()).body.data.totals).toMatchObject({ converted: 3, value: 100.005 });
    for (const shard of ALL_SHARDS) await rollUpGoalCounts(api.database.sql, shard);
    expect((await totals(journey)).value).toBe(100.005);
    const refused = await api.call("PATCH /api/workspace", { body: { settings: { currency: "euro" } } });
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, "settings.currency"]);
  });
});

describe("S18 goals outlive the enrollment (R52)", () => {
  test("S18: a purchase counts after a journey that ends in a second, once, and changes nothing else", async () => {
    const journey = await published(api, [onEvent("a in"), exit], { goalConfig: goal("a bought") });
    await track(api, "a in", ["a-1", "a-2"]);
    await track(api, "a bought", ["a-1", "a-1", "a-3"]);
    expect(await totals(journey)).toMatchObject({ enrolled: 2, completed: 2, active: 0, converted: 1 });
    const rows = await api.database.sql`
      select status, exit_reason as reason from enrollments where journey_id = ${journey.id}`;
    expect([...rows]).toEqual([0, 1].map(() => ({ status: "completed", reason: "finished" })));
  });

  test("S18: the window ends a week after the end unless it is set, and a deadline ends it sooner", async () => {
    const week = await published(api, [onEvent("b in"), exit], { goalConfig: goal("b bought") });
    const month = await published(api, [onEvent("b in"), exit], { goalConfig: goal("b bought", { window: "30d" }) });
    const bounded = await published(api, [onEvent("b in"), exit], {
      goalConfig: goal("b bought", { window: "30d", deadline: 3 }),
    });
    await track(api, "b in", ["b-1", "b-2"]);
    for (const journey of [week, month, bounded]) await age(journey, "2 days");
    await track(api, "b bought", ["b-1"]);
    for (const journey of [week, month, bounded]) {
      expect((await totals(journey)).converted).toBe(1);
      await age(journey, "6 days");
    }
    await track(api, "b bought", ["b-2"]);
    expect((await totals(week)).converted).toBe(1);
    expect((await totals(month)).converted).toBe(2);
    expect((await totals(bounded)).converted).toBe(1);
  });

  test("S18: a trait that comes true after the end counts too, as do people who were stopped", async () => {
    const journey = await published(api, [onEvent("c in"), wait, exit], {
      goalConfig: { type: "attribute_match", config: { attribute: "plan", value: "pro" }, exitOnGoal: false },
    });
    await track(api, "c in", ["c-1", "c-2"]);
    await track(api, "leave", ["c-1"]);
    const [stopped] = await api.database.sql<{ id: string }[]>`
      select e.id from enrollments e join people p on p.id = e.person_id where p.external_id = 'c-2'`;
    await api.call(`POST /api/journeys/${journey.id}/enrollments/${stopped?.id}/stop`);
    await settle(api);
    for (const userId of ["c-1", "c-2", "c-3"])
      await ingest(api.database, [{ workspaceId: api.workspaceId, type: "identify", userId, traits: { plan: "pro" } }]);
    await settle(api);
    expect(await totals(journey)).toMatchObject({ completed: 1, stopped: 1, converted: 2 });
  });

  test("S18: one event counts for the running enrollment, else for the latest that ended", async () => {
    const journey = await published(api, [onEvent("d in"), wait, exit], {
      goalConfig: goal("d bought"),
      settings: { reEntry: "restart" },
    });
    await track(api, "d in", ["d-1"]);
    await track(api, "d in", ["d-1"]);
    const counted = async () => {
      const rows = await api.database.sql<{ status: string }[]>`
        select status from conversions join enrollments on enrollments.id = enrollment_id
        where conversions.journey_id = ${journey.id} order by at`;
      return rows.map(({ status }) => status);
    };
    await track(api, "d bought", ["d-1"]);
    expect(await counted()).toEqual(["active"]);
    await track(api, "d bought", ["d-1"]);
    expect(await counted()).toEqual(["active", "stopped"]);
    await track(api, "d bought", ["d-1"]);
    expect(await totals(journey)).toMatchObject({ enrolled: 2, stopped: 1, active: 1, converted: 2 });
  });

  test("R25: events of a goal are heard until the last window has ended, of unpublished and archived journeys too", async () => {
    const journey = await published(api, [onEvent("e in"), exit], { goalConfig: goal("e bought") });
    const other = await published(api, [onEvent("e other"), exit]);
    await track(api, "e in", ["e-1", "e-2"]);
    await api.call(`POST /api/journeys/${journey.id}/unpublish`);
    await api.call(`DELETE /api/journeys/${journey.id}`);
    await settle(api);
    const later = (hours: number) => api.database.sql`
      update journeys set updated_at = updated_at - make_interval(hours => ${hours}),
        idle_since = idle_since - make_interval(hours => ${hours}) where id = ${journey.id}`;
    const publishOther = async (name: string) => {
      await api.call(`PATCH /api/journeys/${other.id}`, { body: { goalConfig: goal(name) } });
      await api.call(`POST /api/journeys/${other.id}/publish`);
    };
    await later(2);
    await publishOther("once");
    expect([await hears("app.e in"), await hears("app.e bought")]).toEqual([false, true]);
    await track(api, "e bought", ["e-1"]);
    expect((await totals(journey)).converted).toBe(1);
    await later(24 * 9);
    await publishOther("twice");
    expect(await hears("app.e bought")).toBe(false);
  });
});
