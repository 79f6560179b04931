import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { NearMisses } from "#services/explain";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, track, type Walked } from "./testing/walk.ts";

type Answer = z.infer<typeof NearMisses>;

let api: ApiFixture;
let journey: Walked;
let people: string[];
beforeAll(async () => {
  api = await apiFixture();
  const settings = { entryConditions: { plan: "pro" } };
  const wait = { type: "WAIT", name: "pause", config: { duration: "30d" } };
  journey = await published(api, [onEvent("bought"), wait, { type: "EXIT" }], { settings });
  people = await track(api, "bought", ["ada", "grace", "alan"]);
  await track(api, "bought", ["ada"], { properties: { plan: "pro" } });
  await track(api, "bought", ["ada"], { properties: { plan: "pro" } });
});

const misses = async (query = "") =>
  (await api.call<Answer>(`GET /api/journeys/${journey.id}/near-misses${query}`)).body;

test("R41 people who met the trigger and were not let in are counted by reason, with who they were", async () => {
  const { data, meta } = await misses();
  expect(data.map(({ reason, count }) => [reason, count])).toEqual([
    ["entry_conditions", 3],
    ["already_in", 1],
  ]);
  expect(meta.total).toBe(4);
  const [first, second] = data;
  expect(first?.samples.map(({ personId }) => personId).sort()).toEqual([...people].sort());
  expect(second?.samples.map(({ personId }) => personId)).toEqual([people[0]]);
});

test("only the asked-for hours count, and the hours are whole", async () => {
  await api.database.sql`update near_misses set hour = hour - interval '3 hours' where reason = 'already_in'`;
  expect((await misses("?hours=2")).data.map(({ reason }) => reason)).toEqual(["entry_conditions"]);
  expect((await misses("?hours=5")).data).toHaveLength(2);
});

test("at most a hundred examples of a reason are shown, the latest first", async () => {
  const samples = Array.from({ length: 150 }, (_, index) => ({
    personId: people[1],
    at: 1_000_000 + index,
    detail: {},
  }));
  await api.database.sql`
    update near_misses set samples = ${JSON.stringify(samples)}::text::jsonb where reason = 'already_in'`;
  const found = (await misses("?hours=5")).data.find(({ reason }) => reason === "already_in");
  expect(found?.samples).toHaveLength(100);
  expect(found?.samples[0]?.at).toBe(new Date(1_000_149).toISOString());
});

test.each(["0", "721", "soon", "-1"])("hours=%s is refused by name", async (hours) => {
  const { status, body } = await api.call(`GET /api/journeys/${journey.id}/near-misses?hours=${hours}`);
  expect([status, body.errors?.[0]?.field]).toEqual([400, "hours"]);
});
