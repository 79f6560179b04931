import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { Day, JourneyStats, Version } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

type Stats = z.infer<typeof JourneyStats>;
type Listed = { data: { status: string }[]; meta: { total: number } };

const get = async <Answer>(address: string) => (await api.call<Answer>(`GET /api/journeys/${address}`)).body;
const statsOf = async (id: string, query = "") => (await get<{ data: Stats }>(`${id}/stats${query}`)).data;

/** What a reader of each page sees of one version, or of all together. */
async function figuresOf(id: string, version: z.infer<typeof Version> | null) {
  const stats = await statsOf(id, version ? `?version=${version.number}` : "");
  const total = async (status: string) => {
    const query = `limit=100${status && `&status=${status}`}${version ? `&version=${version.number}` : ""}`;
    const list = await get<Listed>(`${id}/enrollments?${query}`);
    expect(list.data.length).toBe(list.meta.total);
    return list.meta.total;
  };
  const { enrolled, active, completed, stopped, failed } = stats.totals;
  const shown = { enrolled, active, completed, stopped, failed };
  expect({
    enrolled: await total(""),
    active: await total("ACTIVE"),
    completed: await total("COMPLETED"),
    stopped: await total("STOPPED"),
    failed: await total("FAILED"),
  }).toEqual(shown);
  const waiting = stats.nodes.reduce((sum, node) => sum + node.waiting, 0);
  expect(waiting).toBe(active);
  if (version) {
    expect(version._count).toMatchObject({ enrollments: enrolled, active });
    expect([version.people, version.movedIn, version.movedOut]).toEqual([
      active,
      stats.totals.movedIn,
      stats.totals.movedOut,
    ]);
  }
  // As on the canvas: no step shows fewer people than its edges bring.
  for (const node of stats.nodes.filter(({ current }) => current)) {
    const into = stats.transitions.filter(({ current, targetNodeId }) => current && targetNodeId === node.nodeId);
    expect(
      into.reduce((sum, edge) => sum + edge.count, 0),
      node.name,
    ).toBeLessThanOrEqual(node.entered);
  }
  return stats.totals;
}

async function expectSame(journey: Walked): Promise<void> {
  const { id } = journey;
  const versions = (await get<{ data: z.infer<typeof Version>[] }>(`${id}/versions`)).data;
  const all = await figuresOf(id, null);
  const sum = { enrolled: 0, active: 0, completed: 0, stopped: 0, failed: 0, converted: 0, value: 0 };
  for (const version of versions) {
    const totals = await figuresOf(id, version);
    expect(totals.converted).toBeLessThanOrEqual(totals.enrolled);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += totals[key];
  }
  const { movedIn: _in, movedOut: _out, ...together } = all;
  expect(sum).toEqual(together);
  const days = (await get<{ data: z.infer<typeof Day>[] }>(`${id}/timeseries?days=7`)).data;
  const overDays = (key: "enrolled" | "completed" | "stopped" | "failed" | "converted") =>
    days.reduce((total, day) => total + day[key], 0);
  for (const key of ["enrolled", "completed", "stopped", "failed", "converted"] as const)
    expect([key, overDays(key)]).toEqual([key, all[key]]);
  const listed = await api.call<{ data: { id: string; _count: { enrollments: number; active: number } }[] }>(
    "GET /api/journeys",
  );
  const row = listed.body.data.find((one) => one.id === id);
  expect(row?._count).toMatchObject({ enrollments: all.enrolled, active: all.active });
  const audit = await api.call<{ data: { findings: unknown[] } }>("GET /api/audit");
  expect(audit.body.data.findings).toEqual([]);
}

/** Like chance, and the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

test.each([3, 8])(
  "8.1: canvas, dashboard, lists and API say the same, for every version, through two migrations and two goals (%i)",
  async (seed) => {
    const roll = dice(seed);
    const event = `same ${seed}`;
    const awaits = (name: string) => ({ type: "WAIT_FOR_EVENT", name, config: { eventName: `${event} ${name}` } });
    const goal = (name: string) => ({
      type: "event",
      config: { eventName: `${event} ${name}` },
      exitOnGoal: roll(2) === 0,
    });
    const journey = await published(
      api,
      [onEvent(event), awaits("ask"), awaits("wait"), { type: "EXIT", name: "end", config: {} }],
      { goalConfig: goal("paid"), settings: { reEntry: "every" } },
    );
    const users = Array.from({ length: 14 }, (_, index) => `${event} ${index}`);
    const some = () => users.filter(() => roll(2) === 0);
    const live = async () => {
      for (const name of ["", " ask", " paid", " wait", " signed"]) await track(api, `${event}${name}`, some());
    };
    await live();
    await expectSame(journey);
    for (const name of ["signed", "paid"]) {
      const { data } = await get<{ data: { nodes: { id: string; name: string }[] } }>(journey.id);
      const ids = data.nodes.map((node) => node.id);
      const steps = ids.slice(1, 3).map((nodeId) => ({
        nodeId,
        action: ["move", "stay", "exit"][roll(3)],
      }));
      await api.call(`PATCH /api/journeys/${journey.id}`, { body: { goalConfig: goal(name) } });
      const answer = await api.call(`POST /api/journeys/${journey.id}/publish`, { body: { migration: { steps } } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await settle(api);
      await expectSame(journey);
      await live();
      await expectSame(journey);
    }
  },
);
