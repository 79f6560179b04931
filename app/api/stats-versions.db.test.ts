import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyEdge, JourneyNode } from "#journey";
import { createRuntime, rollUpCounts } from "#runtime";
import type { JourneyStats, Version } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Stats = z.infer<typeof JourneyStats>;
type Draft = { nodes: JourneyNode[]; edges: JourneyEdge[] };

let api: ApiFixture;
let count = 0;
beforeAll(async () => {
  api = await apiFixture();
});

const wait = (name: string, duration = "10d") => ({ type: "WAIT", name, config: { duration } });
const awaits = (name: string, eventName: string) => ({ type: "WAIT_FOR_EVENT", name, config: { eventName } });
const exit = { type: "EXIT", name: "end", config: {} };
const people = (event: string, number: number) => Array.from({ length: number }, (_, index) => `${event} ${index}`);

const statsOf = async ({ id }: { id: string }, query = "") =>
  (await api.call<{ data: Stats }>(`GET /api/journeys/${id}/stats${query}`)).body.data;
const versionsOf = async ({ id }: Walked) =>
  (await api.call<{ data: z.infer<typeof Version>[] }>(`GET /api/journeys/${id}/versions`)).body.data;
const nodeOf = (stats: Stats, name: string) => stats.nodes.find((node) => node.name === name);
const passagesOf = (stats: Stats, from: string, to: string) =>
  stats.transitions
    .filter(({ sourceNodeId, targetNodeId }) => sourceNodeId === idOf(stats, from) && targetNodeId === idOf(stats, to))
    .map(({ count: passages, current }) => ({ passages, current }));
const idOf = (stats: Stats, name: string) => nodeOf(stats, name)?.nodeId;

/** Removes a step as the canvas does: its incoming edges keep their ids and lead to its successor. */
async function withoutStep({ id }: Walked, name: string, add: (draft: Draft) => Draft = (draft) => draft) {
  const { nodes, edges } = (await api.call<{ data: Draft }>(`GET /api/journeys/${id}`)).body.data;
  const gone = nodes.find((node) => node.name === name)?.id;
  const behind = edges.find((edge) => edge.sourceNodeId === gone)?.targetNodeId ?? "";
  const draft = add({
    nodes: nodes.filter((node) => node.id !== gone),
    edges: edges
      .filter((edge) => edge.sourceNodeId !== gone)
      .map((edge) => (edge.targetNodeId === gone ? { ...edge, targetNodeId: behind } : edge)),
  });
  const saved = await api.call(`PUT /api/journeys/${id}/canvas`, { body: draft });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}

async function publish({ id }: Walked, body: unknown = {}): Promise<void> {
  const answer = await api.call(`POST /api/journeys/${id}/publish`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await settle(api);
}

/** On every step, arrivals equal outcomes, and the incoming edges add up to the arrivals. */
function expectToAddUp(stats: Stats): void {
  for (const node of stats.nodes) {
    const { entered, waiting, advanced, exited, failed, arrivals, standing } = node;
    expect(entered, node.name).toBe(waiting + advanced + exited + failed);
    expect(entered, node.name).toBe(arrivals.started + arrivals.connections + arrivals.moved + arrivals.other);
    const into = stats.transitions.filter(({ targetNodeId }) => targetNodeId === node.nodeId);
    expect(
      into.reduce((sum, edge) => sum + edge.count, 0),
      node.name,
    ).toBe(arrivals.connections);
    expect(
      standing.reduce((sum, place) => sum + place.waiting, 0),
      node.name,
    ).toBe(waiting);
    expect(node.movedOut).toBeLessThanOrEqual(exited);
  }
  expect(stats.nodes.reduce((sum, node) => sum + node.waiting, 0)).toBe(stats.totals.active);
}

/** Twenty people have gone through both steps of version 1, twelve are on the first; version 2 does not have it. */
async function bridged() {
  const event = `in ${++count}`;
  const onward = `on ${count}`;
  const journey = await published(api, [onEvent(event), awaits("ask", onward), wait("last"), exit]);
  await track(api, event, people(event, 20));
  await track(api, onward, people(event, 8));
  await withoutStep(journey, "ask");
  await publish(journey);
  return { journey, event, onward };
}

describe("8.1: a version without a step that people stand on", () => {
  test("8.1: edges are counted by what they join, not by an id that was used again", async () => {
    const { journey, event } = await bridged();
    await track(api, event, people(`${event} later`, 3));
    const all = await statsOf(journey);
    expectToAddUp(all);
    expect(nodeOf(all, "last")).toMatchObject({ entered: 11, arrivals: { connections: 11, moved: 0, other: 0 } });
    expect(passagesOf(all, "start", "last")).toEqual([{ passages: 3, current: true }]);
    expect(passagesOf(all, "start", "ask")).toEqual([{ passages: 20, current: false }]);
    expect(passagesOf(all, "ask", "last")).toEqual([{ passages: 8, current: false }]);
  });

  test("8.1: people on a removed step are told, with the version they are on", async () => {
    const { journey } = await bridged();
    const all = await statsOf(journey);
    expect(nodeOf(all, "ask")).toMatchObject({ current: false, waiting: 12, standing: [{ version: 1, waiting: 12 }] });
    expect(nodeOf(all, "last")).toMatchObject({ current: true, waiting: 8, standing: [{ version: 1, waiting: 8 }] });
    expect(all).toMatchObject({ version: null, drawnVersion: 2, totals: { active: 20 } });
  });

  test("8.1: a version asked for by number is that version's graph with that version's numbers", async () => {
    const { journey, event } = await bridged();
    await track(api, event, people(`${event} later`, 3));
    const first = await statsOf(journey, "?version=1");
    expectToAddUp(first);
    expect(first).toMatchObject({ version: 1, drawnVersion: 1, totals: { enrolled: 20, active: 20 } });
    expect(first.nodes.map(({ name, current }) => [name, current])).toEqual(
      ["start", "ask", "last", "end"].map((name) => [name, true]),
    );
    expect(passagesOf(first, "start", "ask")).toEqual([{ passages: 20, current: true }]);
    const second = await statsOf(journey, "?version=2");
    expectToAddUp(second);
    expect(second.nodes.map(({ name }) => name)).toEqual(["start", "last", "end"]);
    expect(passagesOf(second, "start", "last")).toEqual([{ passages: 3, current: true }]);
    expect(await statsOf(journey, "?version=all")).toEqual(await statsOf(journey));
  });

  test("8.1: the people behind a number of one version are listed", async () => {
    const { journey, event } = await bridged();
    await track(api, event, people(`${event} later`, 3));
    const listed = async (query: string) =>
      (
        await api.call<{ meta: { total: number }; data: unknown[] }>(
          `GET /api/journeys/${journey.id}/enrollments${query}`,
        )
      ).body;
    const last = idOf(await statsOf(journey), "last");
    for (const [query, total] of [
      ["?version=1", 20],
      ["?version=2", 3],
      ["?version=1&status=ACTIVE", 20],
      [`?version=1&nodeId=${last}&status=ACTIVE`, 8],
      [`?version=2&nodeId=${last}&status=ACTIVE`, 3],
    ] as const) {
      const { meta, data } = await listed(`${query}&limit=50`);
      expect([meta.total, data.length], query).toEqual([total, total]);
    }
    expect((await api.call(`GET /api/journeys/${journey.id}/enrollments?version=9`)).status).toBe(404);
  });

  test.each([
    ["?version=0", 400],
    ["?version=latest", 400],
    ["?version=3", 404],
    ["?version=1&versionId=0198a000-0000-7000-8000-000000000000", 400],
  ])("8.1: %s is refused with %i", async (query, status) => {
    const { journey } = await bridged();
    for (const path of ["stats", "live"]) {
      const answer = await api.call(`GET /api/journeys/${journey.id}/${path}${query}`);
      expect(answer.status, path).toBe(status);
    }
  });

  test("8.1: going back to a version counts its connections on, whatever lies between", async () => {
    const { journey, event } = await bridged();
    const first = (await versionsOf(journey)).find(({ number }) => number === 1);
    await api.call(`POST /api/journeys/${journey.id}/versions/${first?.id}/rollback`, { body: {} });
    await track(api, event, people(`${event} again`, 5));
    const all = await statsOf(journey);
    expectToAddUp(all);
    expect(all.drawnVersion).toBe(3);
    expect(passagesOf(all, "start", "ask")).toEqual([{ passages: 25, current: true }]);
    expect(all.nodes.every(({ current }) => current)).toBe(true);
  });

  test("8.1: a connection that is drawn again under a new id goes on counting", async () => {
    const { journey, event } = await bridged();
    const { nodes, edges } = (await api.call<{ data: Draft }>(`GET /api/journeys/${journey.id}`)).body.data;
    await track(api, event, people(`${event} before`, 2));
    const redrawn = edges.map(({ id: _, ...edge }) => edge);
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges: redrawn.slice(1) } });
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges: redrawn } });
    await publish(journey);
    await track(api, event, people(`${event} after`, 4));
    const all = await statsOf(journey);
    expectToAddUp(all);
    expect(passagesOf(all, "start", "last")).toEqual([{ passages: 6, current: true }]);
  });
});

describe("8.1: people whom a publish moves", () => {
  async function moved() {
    const event = `in ${++count}`;
    const journey = await published(api, [onEvent(event), wait("first"), wait("second"), exit]);
    await track(api, event, people(event, 12));
    await withoutStep(journey, "first");
    const before = await statsOf(journey, "?version=1");
    const steps = [{ nodeId: idOf(before, "first"), action: "move", toNodeId: idOf(before, "second") }];
    await publish(journey, { migration: { steps } });
    return { journey, event };
  }

  test("8.1: what they entered adds up with how many were moved there", async () => {
    const { journey, event } = await moved();
    await track(api, event, people(`${event} later`, 2));
    for (const query of ["", "?version=1", "?version=2"]) expectToAddUp(await statsOf(journey, query));
    const [all, first, second] = await Promise.all(
      ["", "?version=1", "?version=2"].map((query) => statsOf(journey, query)),
    );
    expect(nodeOf(all as Stats, "second")).toMatchObject({
      entered: 14,
      arrivals: { started: 0, connections: 2, moved: 12, other: 0 },
    });
    expect(nodeOf(first as Stats, "first")).toMatchObject({ entered: 12, exited: 12, movedOut: 12, waiting: 0 });
    expect(nodeOf(second as Stats, "second")).toMatchObject({ entered: 14, arrivals: { connections: 2, moved: 12 } });
    expect(first?.totals).toMatchObject({ enrolled: 0, movedIn: 0, movedOut: 12 });
    expect(second?.totals).toMatchObject({ enrolled: 14, movedIn: 12, movedOut: 0 });
  });

  test("8.1: the list of versions says who was moved in and out", async () => {
    const { journey } = await moved();
    expect(await versionsOf(journey)).toMatchObject([
      { number: 2, people: 12, movedIn: 12, movedOut: 0, _count: { enrollments: 12, nodes: 3, edges: 2 } },
      { number: 1, people: 0, movedIn: 0, movedOut: 12, _count: { enrollments: 0, nodes: 4, edges: 3 } },
    ]);
  });

  test("8.1: moves counted before this was counted, and retries, are told apart from connections", async () => {
    const { journey } = await moved();
    await api.database.sql`delete from version_moves where journey_id = ${journey.id}`;
    const second = await statsOf(journey, "?version=2");
    expectToAddUp(second);
    expect(nodeOf(second, "second")).toMatchObject({ entered: 12, arrivals: { connections: 0, moved: 0, other: 12 } });
  });

  test("8.1: rolling the counters up changes nothing", async () => {
    const { journey } = await moved();
    const before = await statsOf(journey);
    await api.database.sql`
      insert into version_moves select shard, gen_random_uuid(), journey_id, from_version_id, to_version_id, from_node_id,
        to_node_id, 0 from version_moves where journey_id = ${journey.id}`;
    await rollUpCounts(createRuntime(api.database, { report: () => {} }));
    expect(await statsOf(journey)).toEqual(before);
    const [rows] = await api.database.sql<{ most: number }[]>`
      select max(rows)::int as most from (
        select count(*) as rows from version_moves where journey_id = ${journey.id} group by shard) counted`;
    expect(rows?.most).toBe(1);
  });
});
