import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyStats, Version } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

/** A stream of numbers that looks random and is the same every time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const NAMES = ["one", "two", "three", "four"];
const step = (name: string, event: string, kind: number) =>
  kind === 0
    ? { type: "WAIT", name, config: { duration: "9d" } }
    : kind === 1
      ? {
          type: "ACTION",
          name,
          config: { operations: [{ type: "set_attribute", attribute: "n", expression: "person.traits.missing + 1" }] },
        }
      : { type: "WAIT_FOR_EVENT", name, config: { eventName: `${event} ${name}` } };

type Canvas = { nodes: { id: string; name: string; type: string }[]; edges: { id: string }[] };

/** Changes the steps after the trigger: removes some, restores some, and changes the kind of some. */
async function redraw({ id }: Walked, event: string, roll: (below: number) => number): Promise<Canvas["nodes"]> {
  const { nodes } = (await api.call<{ data: Canvas }>(`GET /api/journeys/${id}`)).body.data;
  const kept = NAMES.filter(() => roll(3) > 0);
  const steps = kept.map((name) => ({
    ...step(name, event, roll(6)),
    ...(roll(4) > 0 ? { id: nodes.find((node) => node.name === name)?.id } : {}),
  }));
  const [start] = nodes.filter((node) => node.type === "TRIGGER");
  const drawn = [start, ...steps, { type: "EXIT", name: "end", config: {} }];
  const edges = drawn.slice(1).map((_, index) => ({ sourceNodeId: index, targetNodeId: index + 1 }));
  const saved = await api.call<{ data: Canvas }>(`PUT /api/journeys/${id}/canvas`, { body: { nodes: drawn, edges } });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  return saved.body.data.nodes;
}

/** R36: on every node of every version arrivals equal outcomes, and the totals equal the rows. */
async function expectBalance(id: string): Promise<void> {
  const versions = (await api.call<{ data: z.infer<typeof Version>[] }>(`GET /api/journeys/${id}/versions`)).body.data;
  for (const version of [null, ...versions]) {
    const query = version ? `?versionId=${version.id}` : "";
    const answer = await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats${query}`);
    const { totals, nodes } = answer.body.data;
    expect(totals.enrolled).toBe(totals.active + totals.completed + totals.stopped + totals.failed);
    const rows = await api.database.sql<{ node: string; people: number }[]>`
      select node_id as node, count(*)::int as people from positions
      where journey_id = ${id} and (${version?.id ?? null}::uuid is null or version_id = ${version?.id ?? null}::uuid)
      group by node_id`;
    const standing = new Map(rows.map((row) => [row.node, row.people]));
    for (const node of nodes) expect([node.name, node.waiting]).toEqual([node.name, standing.get(node.nodeId) ?? 0]);
    expect(totals.active).toBe(rows.reduce((sum, row) => sum + row.people, 0));
    if (version) expect(version.people).toBe(totals.active);
  }
  const audit = await api.call<{ data: { findings: unknown[] } }>("GET /api/audit");
  expect(audit.body.data.findings).toEqual([]);
}

test.each([1, 2])(
  "entered = waiting + advanced + exited + failed through migrations, retries and erasures (%i)",
  async (seed) => {
    const roll = dice(seed);
    const event = `balance ${seed}`;
    const steps = NAMES.map((name) => step(name, event, 2));
    const journey = await published(api, [onEvent(event), ...steps, { type: "EXIT", name: "end", config: {} }]);
    const users = Array.from({ length: 12 }, (_, index) => `${event} ${index}`);
    const some = () => users.filter(() => roll(2) === 0);
    for (let round = 0; round < 3; round++) {
      await track(api, event, some());
      for (const name of NAMES) await track(api, `${event} ${name}`, some());
      await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
      const nodes = await redraw(journey, event, roll);
      const standing = await api.database.sql<{ node: string }[]>`
      select distinct node_id as node from positions where journey_id = ${journey.id}`;
      const plan = standing.map(({ node }) => {
        const [action, to] = [["stay", "move", "exit"][roll(3)], nodes[1 + roll(nodes.length - 1)]];
        return { nodeId: node, action, ...(action === "move" ? { toNodeId: to?.id } : {}) };
      });
      const timers = roll(2) === 0 ? "keep" : "recompute";
      const answer = await api.call(`POST /api/journeys/${journey.id}/publish`, {
        body: { migration: { steps: plan, timers } },
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await settle(api);
      await expectBalance(journey.id);
      await api.call(`POST /api/journeys/${journey.id}/enrollments/retry`, { body: { skip: roll(2) === 0 } });
      await settle(api);
      await expectBalance(journey.id);
      const [gone] = some();
      if (gone && (await api.call(`DELETE /api/people/${encodeURIComponent(gone)}`)).status === 202) await settle(api);
      await expectBalance(journey.id);
    }
  },
);
