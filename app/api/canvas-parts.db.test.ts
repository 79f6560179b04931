import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyDetail } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Saved = { data: z.infer<typeof JourneyDetail> };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const drawn = {
  nodes: [
    { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: { x: 0, y: 0 } },
    { type: "EXIT", config: {}, position: { x: 0, y: 200 } },
  ],
  edges: [{ sourceNodeId: 0, targetNodeId: 1 }],
};
const create = async () =>
  (await api.call<Saved>("POST /api/journeys", { body: { name: "Parts", siteId: api.siteId, ...drawn } })).body.data;

test("notes and groups stay with a client that does not know them, and are in versions and files", async () => {
  const { id, nodes, edges } = await create();
  const [trigger] = nodes;
  const annotations = [
    { kind: "note", text: "Ask Ada first", position: { x: -300, y: 0 } },
    { kind: "group", label: "Start", nodeIds: nodes.map((node) => node.name) },
  ];
  const put = `PUT /api/journeys/${id}/canvas`;
  const drawn = (await api.call<Saved>(put, { body: { nodes, edges, annotations } })).body.data;
  expect(drawn.annotations).toMatchObject([{ width: 240 }, { nodeIds: nodes.map((node) => node.id) }]);
  expect((await api.call(`POST /api/journeys/${id}/publish`)).status).toBe(200);
  const version = (await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.publishedVersion?.id;
  const old = (await api.call<Saved>(put, { body: { nodes: [trigger], edges: [] } })).body.data;
  expect(old.annotations).toEqual([drawn.annotations[0], { ...drawn.annotations[1], nodeIds: [trigger?.id] }]);
  const frozen = await api.call<Saved>(`GET /api/journeys/${id}/versions/${version}`);
  expect(frozen.body.data.annotations).toEqual(drawn.annotations);
  const file = await api.call<{ data: { journey: object } }>(`GET /api/journeys/${id}/export?format=native`);
  expect(file.body.data.journey).toMatchObject({ annotations: [{ kind: "note" }, { nodes: [trigger?.name] }] });
  const steps = await api.call<{ data: { losses: { field: string }[] } }>(
    `GET /api/journeys/${id}/export?format=ordered-steps`,
  );
  expect(steps.body.data.losses.map(({ field }) => field)).toContain("annotations");
  const back = await api.call<Saved>(`POST /api/journeys/${id}/versions/${version}/rollback`);
  expect(back.body.data.annotations).toEqual(drawn.annotations);
});
