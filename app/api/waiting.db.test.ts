import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyStats, StepTimes } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Times = { data: z.infer<typeof StepTimes> };
type Queued = { data: { operation: { id: string; kind: string; total: number } } };

let api: ApiFixture;
let journey: Walked;
const DAY = 86_400;
const idOf = (name: string) => journey.nodes.find((node) => node.name === name)?.id ?? "";
const at = (name: string) => `/api/journeys/${journey.id}/nodes/${idOf(name)}`;
const timesOf = async (query = "", name = "pause") =>
  (await api.call<Times>(`GET ${at(name)}/times${query}`)).body.data;
const release = async (body: Record<string, unknown>) => {
  const answer = await api.call<Queued>(`POST ${at("pause")}/release`, { body });
  await settle(api);
  return answer;
};
const stats = async () =>
  (await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${journey.id}/stats`)).body.data;
const waitingAt = async (name: string) => (await stats()).nodes.find((node) => node.name === name)?.waiting;

/** Lets people have arrived at their step some days earlier. */
const age = (userIds: readonly string[], days: number) => api.database.sql`
  update positions set state = (state::jsonb || jsonb_build_object('at', (state ->> 'at')::float8 - ${days * DAY * 1_000}))::json
  where person_id in (select id from people where external_id = any(${[...userIds]}))`;

beforeAll(async () => {
  api = await apiFixture();
  const wait = (name: string) => ({ type: "WAIT", name, config: { duration: "90d" } });
  journey = await published(api, [
    onEvent("in"),
    wait("pause"),
    wait("later"),
    { type: "EXIT", name: "end", config: {} },
  ]);
  await track(api, "in", ["a1", "a2", "b1", "b2", "c1", "d1"]);
  await age(["a1", "a2"], 40);
  await age(["b1", "b2"], 8);
  await age(["c1"], 2);
});

test("a step says how long people have been there, and who has waited longer than a time", async () => {
  const { waiting, finished } = await timesOf("?longerThan=604800");
  expect(waiting).toMatchObject({ people: 6, isSample: false, longer: 4 });
  expect(
    waiting.longest
      .map(({ personLabel }) => personLabel)
      .slice(0, 2)
      .sort(),
  ).toEqual(["a1", "a2"]);
  const counts = waiting.histogram.map(({ from, count }) => [from / DAY, count]).filter(([, count]) => count !== 0);
  expect(counts).toEqual([
    [0, 1],
    [1, 1],
    [7, 2],
    [30, 2],
  ]);
  expect(finished).toMatchObject({ visits: 0, p50: null });
  expect((await timesOf("", "start")).finished.visits).toBe(6);
});

test("R36 people who wait longer than a time are taken out, moved or skipped, each as one operation", async () => {
  const out = await release({ action: "exit", longerThan: 30 * DAY });
  expect([out.status, out.body.data.operation]).toMatchObject([202, { kind: "release", total: 2 }]);
  expect([await waitingAt("pause"), (await stats()).totals.stopped]).toEqual([4, 2]);

  await release({ action: "move", toNodeId: idOf("end"), longerThan: 7 * DAY });
  expect([await waitingAt("pause"), (await stats()).totals.completed]).toEqual([2, 2]);

  await release({ action: "skip" });
  expect([await waitingAt("pause"), await waitingAt("later")]).toEqual([0, 2]);
  for (const node of (await stats()).nodes)
    expect(node.entered, node.name).toBe(node.waiting + node.advanced + node.exited + node.failed);
  const { body } = await api.call<{ data: { findings: unknown[] } }>("GET /api/audit");
  expect(body.data.findings).toEqual([]);
});

test("a destination that no version has, none for a move, and one for an exit are refused by the field's name", async () => {
  const refused = async (body: Record<string, unknown>) => {
    const answer = await api.call<{ errors: { field: string }[] }>(`POST ${at("pause")}/release`, { body });
    return [answer.status, ...answer.body.errors.map(({ field }) => field)];
  };
  expect(await refused({ action: "move", toNodeId: api.siteId })).toEqual([422, "toNodeId"]);
  expect((await refused({ action: "move" }))[1]).toBe("toNodeId");
  expect((await refused({ action: "exit", toNodeId: idOf("end") }))[1]).toBe("toNodeId");
  expect((await refused({ action: "skip", longerThan: -1 }))[1]).toBe("longerThan");
  const unknown = await api.call(`GET /api/journeys/${journey.id}/nodes/${api.siteId}/times`);
  expect(unknown.status).toBe(404);
});
