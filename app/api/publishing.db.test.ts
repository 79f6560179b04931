import { beforeAll, describe, expect, test } from "vitest";
import type { JourneyDetail } from "#services/journeys";
import { apiWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await apiWorld();
});

const start = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
const wait = { type: "WAIT", name: "w", config: { duration: "1d" } };
const chain = (count: number) =>
  Array.from({ length: count - 1 }, (_, at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));

async function draw(name: string): Promise<JourneyDetail> {
  const nodes = [start, wait, { type: "EXIT", name: "end" }];
  const body = { name, siteId: world.siteId, nodes, edges: chain(3) };
  return (await world.call<{ data: JourneyDetail }>("POST /api/journeys", { body })).body.data;
}

type Moved = { difference?: { nodes: { name: string; change: string; fields: unknown[] }[]; settings: unknown[] } };

describe("S11: publishing takes the revision that was looked at", () => {
  /** Somebody else lengthens the wait, adds a step and changes a setting. */
  async function changeBehindTheBack(journey: JourneyDetail) {
    const nodes = journey.nodes.map((node) => (node.name === "w" ? { ...node, config: { duration: "3d" } } : node));
    const canvas = { nodes: [...nodes, { type: "EXIT", name: "more" }], edges: journey.edges };
    await world.call(`PUT /api/journeys/${journey.id}/canvas`, { body: canvas });
    await world.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { maxDuration: "30d" } } });
  }

  const ways = [
    ["the header", (revision: number) => ({ headers: { "if-match": `"${revision}"` } })],
    ["the body", (revision: number) => ({ body: { revision } })],
  ] as const;

  test.each(ways)("in %s: 412 with what changed since", async (way, meant) => {
    const journey = await draw(`Moved ${way}`);
    await changeBehindTheBack(journey);
    const answer = await world.call<Moved>(`POST /api/journeys/${journey.id}/publish`, meant(journey.revision));
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
    const published = await world.call(`POST /api/journeys/${journey.id}/publish`, meant(journey.revision + 2));
    expect(published.status).toBe(200);
  });

  test("without one it publishes what is there, as ever", async () => {
    const journey = await draw("Unconditional");
    await changeBehindTheBack(journey);
    expect((await world.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(200);
  });

  test("a change that was taken back is no difference, and going back to a version asks the same", async () => {
    const journey = await draw("There and back");
    await world.call(`POST /api/journeys/${journey.id}/publish`);
    const { body } = await world.call<{ data: { id: string }[] }>(`GET /api/journeys/${journey.id}/versions`);
    await changeBehindTheBack(journey);
    const { nodes, edges } = journey;
    await world.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges } });
    await world.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: {} } });
    const back = `POST /api/journeys/${journey.id}/versions/${body.data[0]?.id}/rollback`;
    const answer = await world.call<Moved>(back, { body: { revision: journey.revision } });
    expect(answer.status).toBe(412);
    expect(answer.body.difference).toEqual({ nodes: [], edges: [], settings: [] });
    expect((await world.call(back, { body: { revision: journey.revision + 4 } })).status).toBe(200);
  });
});
