import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyDetail, PublishPreview } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const start = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
const wait = { type: "WAIT", name: "w", config: { duration: "1d" } };
const chain = (count: number) =>
  Array.from({ length: count - 1 }, (_, at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));

async function draw(name: string): Promise<JourneyDetail> {
  const nodes = [start, wait, { type: "EXIT", name: "end" }];
  const body = { name, siteId: api.siteId, nodes, edges: chain(3) };
  return (await api.call<{ data: JourneyDetail }>("POST /api/journeys", { body })).body.data;
}

type Moved = {
  differenceNote?: string | null;
  difference?: { nodes: { name: string; change: string; fields: unknown[] }[]; settings: unknown[] };
};

describe("S11: publishing takes the revision that was looked at", () => {
  /** Another user lengthens the wait, adds a step and changes a setting. */
  async function changeBehindTheBack(journey: JourneyDetail) {
    const nodes = journey.nodes.map((node) => (node.name === "w" ? { ...node, config: { duration: "3d" } } : node));
    const canvas = { nodes: [...nodes, { type: "EXIT", name: "more" }], edges: journey.edges };
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: canvas });
    await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { maxDuration: "30d" } } });
  }

  const ways = [
    ["the header", (revision: number) => ({ headers: { "if-match": `"${revision}"` } })],
    ["the body", (revision: number) => ({ body: { revision } })],
  ] as const;

  test.each(ways)("in %s: 412 with what changed since", async (way, meant) => {
    const journey = await draw(`Moved ${way}`);
    await changeBehindTheBack(journey);
    const answer = await api.call<Moved>(`POST /api/journeys/${journey.id}/publish`, meant(journey.revision));
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({
      currentRevision: journey.revision + 2,
      changedBy: [expect.stringMatching(/^key:/)],
      difference: {
        nodes: [
          { name: "w", change: "changed", fields: [{ path: "config.duration", before: "1d", after: "3d" }] },
          { name: "more", change: "added" },
        ],
        edges: [],
        settings: [{ path: "settings.maxDuration", before: null, after: "30d" }],
      },
    });
    const published = await api.call(`POST /api/journeys/${journey.id}/publish`, meant(journey.revision + 2));
    expect(published.status).toBe(200);
  });

  test("a save too large to be noted is said in words", async () => {
    const journey = await draw("Large");
    await changeBehindTheBack(journey);
    const description = (letter: string) => letter.repeat(15_000);
    const nodes = [..."abcd"].map((letter) => ({
      type: "EXIT",
      name: `end_${letter}`,
      config: { note: description(letter) },
    }));
    const canvas = { nodes: [...journey.nodes, ...nodes], edges: journey.edges };
    expect((await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: canvas })).status).toBe(200);
    const large = [...nodes, ...journey.nodes].map((node) => ({
      ...node,
      config: { ...node.config, note: description("x") },
    }));
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes: large, edges: [] } });
    const body = { revision: journey.revision };
    const answer = await api.call<Moved>(`POST /api/journeys/${journey.id}/publish`, { body });
    expect(answer.body).toMatchObject({
      status: 412,
      difference: null,
      differenceNote: expect.stringMatching(
        new RegExp(
          `^What changed since revision ${journey.revision} is not listed: [12] of the 4 saves changed more than the 32 KB`,
        ),
      ),
    });
  });

  test("without one it publishes what is there, as ever", async () => {
    const journey = await draw("Unconditional");
    await changeBehindTheBack(journey);
    expect((await api.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(200);
  });

  test("a change that was taken back is no difference, and going back to a version asks the same", async () => {
    const journey = await draw("There and back");
    await api.call(`POST /api/journeys/${journey.id}/publish`);
    const { body } = await api.call<{ data: { id: string }[] }>(`GET /api/journeys/${journey.id}/versions`);
    await changeBehindTheBack(journey);
    const { nodes, edges } = journey;
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges } });
    await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: {} } });
    const back = `POST /api/journeys/${journey.id}/versions/${body.data[0]?.id}/rollback`;
    const answer = await api.call<Moved>(back, { body: { revision: journey.revision } });
    expect(answer.status).toBe(412);
    expect(answer.body.difference).toEqual({ nodes: [], edges: [], settings: [] });
    expect((await api.call(back, { body: { revision: journey.revision + 4 } })).status).toBe(200);
  });
});

type Preview = z.infer<typeof PublishPreview>;
type Published = { operation: { status: string } | null; present: { status: string; total: number }[] };

const look = async (id: string, migration?: unknown) => {
  const body = migration ? { migration } : {};
  return (await api.call<{ data: Preview }>(`POST /api/journeys/${id}/publish/preview`, { body })).body.data;
};
const publish = (id: string, body: unknown) => api.call<Published>(`POST /api/journeys/${id}/publish`, { body });
const dueIn = async (id: string) => {
  const rows = await api.database.sql<{ name: string; hours: number }[]>`
    select node ->> 'name' as name, round(extract(epoch from p.wake_at - p.enrolled_at) / 3600)::int as hours
    from positions p join versions v on v.id = p.version_id, jsonb_array_elements(v.document -> 'nodes') as node
    where p.journey_id = ${id} and node ->> 'id' = p.node_id::text order by 1`;
  return rows.map(({ name, hours }) => [name, hours]);
};
const later = (name: string, duration: string) => ({ type: "WAIT", name, config: { duration } });
const end = { type: "EXIT", name: "end" };

async function withPeople(event: string, nodes: Record<string, unknown>[]): Promise<Walked> {
  const journey = await published(api, [onEvent(event), ...(nodes as { type: string }[])]);
  await track(api, event, [`${event} 1`, `${event} 2`]);
  return journey;
}
const canvasOf = async (id: string) => (await api.call<{ data: JourneyDetail }>(`GET /api/journeys/${id}`)).body.data;
const redraw = (id: string, canvas: unknown) => api.call(`PUT /api/journeys/${id}/canvas`, { body: canvas });

describe("S25: running waits are recalculated where the wait's own config changed", () => {
  test("a shorter wait, in the preview and for a move without timers", async () => {
    const { id } = await withPeople("s25 wait", [later("a", "240h"), end]);
    const { nodes, edges } = await canvasOf(id);
    const shorter = nodes.map((node) => (node.name === "a" ? { ...node, config: { duration: "20h" } } : node));
    await redraw(id, { nodes: shorter, edges });
    const [step] = (await look(id)).steps;
    expect(step).toMatchObject({ name: "a", change: "changed", timers: "recompute" });
    await publish(id, { migration: { steps: [{ nodeId: step?.nodeId, action: "move" }] } });
    await settle(api);
    expect(await dueIn(id)).toEqual([
      ["a", 20],
      ["a", 20],
    ]);
  });

  test("an edge's delay counts as its source's, another step's change does not", async () => {
    const { id } = await withPeople("s25 edge", [later("a", "240h"), later("b", "1h"), end]);
    const { nodes, edges } = await canvasOf(id);
    const [, b] = nodes.filter(({ type }) => type === "WAIT");
    const other = nodes.map((node) => (node.id === b?.id ? { ...node, config: { duration: "9h" } } : node));
    await redraw(id, { nodes: other, edges });
    expect((await look(id)).steps).toMatchObject([{ name: "a", timers: "keep" }]);
    await publish(id, { migration: { steps: [{ nodeId: nodes[1]?.id, action: "move" }] } });
    await settle(api);
    expect((await dueIn(id))[0]).toEqual(["a", 240]);
  });

  test("what is asked for comes first, for all steps or for one", async () => {
    const { id } = await withPeople("s25 asked", [later("a", "240h"), end]);
    const { nodes, edges } = await canvasOf(id);
    await redraw(id, {
      nodes: nodes.map((node) => (node.name === "a" ? { ...node, config: { duration: "20h" } } : node)),
      edges,
    });
    const move = { nodeId: nodes[1]?.id, action: "move" };
    expect((await look(id, { steps: [move], timers: "keep" })).steps).toMatchObject([{ timers: "keep" }]);
    const plan = { steps: [{ ...move, timers: "keep" }], timers: "recompute" };
    expect((await look(id, plan)).steps).toMatchObject([{ timers: "keep" }]);
    await publish(id, { migration: plan });
    await settle(api);
    expect((await dueIn(id))[0]).toEqual(["a", 240]);
  });
});

test("S25: people on a removed step are sent to what it led to, and who stays behind is counted", async () => {
  const { id } = await withPeople("s25 gone", [later("gone", "9d"), later("too", "9d"), later("kept", "3d"), end]);
  const { nodes, edges } = await canvasOf(id);
  const named = (name: string) => nodes.find((node) => node.name === name)?.id ?? "";
  const left = nodes.filter(({ name }) => name !== "gone" && name !== "too");
  const direct = { sourceNodeId: named("start"), targetNodeId: named("kept") };
  await redraw(id, { nodes: left, edges: [direct, ...edges.filter((edge) => edge.sourceNodeId === named("kept"))] });
  const first = await look(id);
  expect(first).toMatchObject({ people: 2, stay: 2, move: 0, exit: 0 });
  expect(first.steps).toMatchObject([{ name: "gone", change: "removed", action: "stay", toNodeId: named("kept") }]);
  const plan = { steps: [{ nodeId: named("gone"), action: "move", toNodeId: named("kept") }] };
  expect(await look(id, plan)).toMatchObject({ stay: 0, move: 2 });
  const unclear = await publish(id, { migration: { steps: [{ nodeId: named("gone"), action: "move" }] } });
  expect([unclear.status, unclear.body.errors?.[0]?.message]).toEqual([422, expect.stringContaining("“kept”")]);
  expect((await publish(id, { migration: plan })).body.operation).toMatchObject({ total: 2 });
});

describe("S23: people who are in the segment already", () => {
  async function withMembers(key: string, filter: Record<string, unknown> = {}) {
    const segment = await api.call<{ data: { id: string } }>("POST /api/segments", {
      body: { key, name: key, kind: "static" },
    });
    const people = ["pro", "free", "pro"].map((plan, at) => ({ userId: `${key} ${at}`, traits: { plan } }));
    const ids: string[] = [];
    for (const body of people)
      ids.push((await api.call<{ data: { id: string } }>("POST /api/people", { body })).body.data.id);
    await api.call(`POST /api/segments/${segment.body.data.id}/members`, { body: { personIds: ids } });
    await settle(api);
    const triggerConfig = { segment: key, ...filter };
    const trigger = { type: "TRIGGER", config: { triggerType: "SEGMENT_ENTERED", triggerConfig } };
    const nodes = [trigger, later("a", "9d"), end];
    const drawnNow = { name: key, siteId: api.siteId, nodes, edges: chain(3) };
    return (await api.call<{ data: JourneyDetail }>("POST /api/journeys", { body: drawnNow })).body.data;
  }
  const active = async (id: string) => (await canvasOf(id))._count.active;

  test("is counted in the preview and let in when asked for, once", async () => {
    const { id } = await withMembers("s23-all");
    expect((await look(id)).present).toMatchObject([{ segmentName: "s23-all", people: 3, isNew: true }]);
    expect((await publish(id, { includePresent: true })).body.present).toMatchObject([{ total: 3 }]);
    await settle(api);
    expect(await active(id)).toBe(3);
    expect((await look(id)).present).toMatchObject([{ people: 3, isNew: false }]);
    expect((await publish(id, { includePresent: true })).status).toBe(200);
    await settle(api);
    expect(await active(id)).toBe(3);
  });

  test("stays outside unless asked for, and meets the trigger's filter", async () => {
    const quiet = await withMembers("s23-quiet");
    expect((await publish(quiet.id, {})).body.present).toEqual([]);
    await settle(api);
    expect(await active(quiet.id)).toBe(0);
    const picky = await withMembers("s23-picky", { expression: 'traits.plan == "pro"' });
    await publish(picky.id, { includePresent: true });
    await settle(api);
    expect(await active(picky.id)).toBe(2);
  });
});
