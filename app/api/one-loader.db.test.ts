import { beforeEach, expect, test } from "vitest";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const end = { type: "EXIT", name: "end", config: {} };

test("S17: explain names the time that the engine keeps, where a pause has another answer than its journey", async () => {
  const wait = { type: "WAIT", name: "wait", config: { duration: "7d" } };
  const journey = await published(api, [onEvent("bought"), wait, end], { settings: { onResume: "fire" } });
  const from = Date.now() + DAY_MS;
  const pauses = [
    {
      mode: "hold",
      from: new Date(from).toISOString(),
      to: new Date(from + 2 * DAY_MS).toISOString(),
      onResume: "shift",
    },
  ];
  const { sql } = api.database;
  await sql`update journeys set pauses = ${JSON.stringify(pauses)}::text::jsonb where id = ${journey.id}`;
  await sql`update engine_config set revision = revision + 1`;
  await track(api, "bought", ["ada"]);
  const [position] = await sql<{ wakeAt: string; enrolledAt: string }[]>`
    select wake_at as "wakeAt", enrolled_at as "enrolledAt" from positions where journey_id = ${journey.id}`;
  const kept = Date.parse(String(position?.wakeAt));
  expect(kept - Date.parse(String(position?.enrolledAt))).toBe(9 * DAY_MS);
  const answer = await api.call<{ data: { waiting: { until: string } } }>(
    `GET /api/journeys/${journey.id}/explain?userId=ada`,
  );
  expect(Date.parse(answer.body.data.waiting.until)).toBe(kept);
});

test("S17: a test run judges segments that count events by the person's own events, as the engine does", async () => {
  const rules = { all: [{ event: "bought", count: { gte: 2 } }] };
  const made = await api.call("POST /api/segments", {
    body: { key: "buyers", name: "Buyers", kind: "rules", rules },
  });
  expect(made.status).toBe(201);
  await settle(api);
  const [personId] = await track(api, "bought", ["ada", "ada"]);
  await settle(api);
  const ask = {
    type: "CONDITION",
    name: "ask",
    config: { rules: { all: [{ segment: "buyers" }] } },
  };
  const journey = await drawn(api, [onEvent("asked"), ask, end, { ...end, name: "other" }], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
      { sourceNodeId: 1, targetNodeId: 3, branch: "FALSE" },
    ],
  });
  const pathOf = (nodeIds: readonly string[]) =>
    nodeIds.map((id) => journey.nodes.find((node) => node.id === id)?.name);
  const run = await api.call<{ data: { path: { nodeIds: string[] } } }>(`POST /api/journeys/${journey.id}/test`, {
    body: { personId },
  });
  expect(pathOf(run.body.data.path.nodeIds)).toEqual(["start", "ask", "end"]);
  expect((await api.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(200);
  await track(api, "asked", ["ada"]);
  const [history] = await api.database.sql<{ node: string }[]>`
    select last_node_id as node from enrollments where journey_id = ${journey.id}`;
  expect(pathOf([history?.node ?? ""])).toEqual(["end"]);
});
