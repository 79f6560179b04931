import { beforeEach, expect, test } from "vitest";
import type { Backtest, Forecast, TestRun } from "#services/trials";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent, track, type Walked } from "./testing/walk.ts";

type Node = { type: string } & Record<string, unknown>;

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const people = Array.from({ length: 60 }, (_, index) => `p${index}`);
const exit = (name: string) => ({ type: "EXIT", name, config: {} });
const nodesWith = (config: Record<string, unknown>): Node[] => [
  onEvent("in"),
  { type: "SPLIT", name: "split", config },
  exit("control"),
  exit("a"),
  exit("b"),
];
const edgesWith = (weights: readonly number[]) => [
  { sourceNodeId: 0, targetNodeId: 1 },
  ...weights.map((weight, index) => ({ sourceNodeId: 1, targetNodeId: index + 2, weight })),
];
const goalConfig = { type: "event", config: { eventName: "bought" }, exitOnGoal: false };

/** A published split whose path `b` is promoted; the control keeps its tenth. */
async function promoted(config: Record<string, unknown> = {}, entered: readonly string[] = people): Promise<Walked> {
  const nodes = nodesWith({ holdout: "split-to-control", ...config });
  const journey = await drawn(api, nodes, { edges: edgesWith([10, 45, 45]), goalConfig });
  await api.call(`POST /api/journeys/${journey.id}/publish`);
  await track(api, "in", entered);
  const split = journey.nodes.find(({ name }) => name === "split")?.id;
  const answer = await api.call(`POST /api/journeys/${journey.id}/splits/${split}/promote`, {
    body: { edgeId: journey.edges[3]?.id },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return journey;
}
const ask = async <Answer>({ id }: Walked, what: string, body?: unknown): Promise<Answer> => {
  const answer = await api.call<{ data: Answer }>(`POST /api/journeys/${id}/${what}`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
};
type Visits = readonly { readonly nodeId: string; readonly entered: number }[];
const came = ({ nodes }: Walked, visits: Visits, name: string) =>
  visits.find(({ nodeId }) => nodeId === nodes.find((node) => node.name === name)?.id)?.entered ?? 0;
/** The draft as it is saved, with other shares. */
async function reweighted({ id }: Walked, weights: readonly number[]) {
  const { body } = await api.call<{ data: { nodes: unknown[]; edges: { weight?: number }[] } }>(
    `GET /api/journeys/${id}`,
  );
  const edges = body.data.edges.map((edge, index) => (index === 0 ? edge : { ...edge, weight: weights[index - 1] }));
  return { nodes: body.data.nodes, edges };
}

test("a forecast sends people by the promoted shares, unless the draft has changed the split", async () => {
  const journey = await promoted();
  const found = await ask<Forecast>(journey, "forecast", { days: 1 });
  expect(came(journey, found.nodes, "a")).toBe(0);
  expect(came(journey, found.nodes, "b") + came(journey, found.nodes, "control")).toBe(60);
  expect(came(journey, found.nodes, "b")).toBeGreaterThan(40);
  const draft = await reweighted(journey, [10, 60, 30]);
  const redrawn = await ask<Forecast>(journey, "forecast", { days: 1, draft });
  expect(came(journey, redrawn.nodes, "a")).toBeGreaterThan(20);
});

test("learned shares hold in a forecast as well", async () => {
  const journey = await promoted({ allocation: "thompson" });
  await api.database.orm.update(schema.splitAllocations).set({ source: "thompson", edgeId: null });
  const found = await ask<Forecast>(journey, "forecast", { days: 1 });
  expect(came(journey, found.nodes, "a")).toBe(0);
});

test("a backtest sends both sides by the promoted shares, and a draft with another split by its own", async () => {
  const journey = await promoted();
  const same = await ask<Backtest>(journey, "backtest", { days: 7 });
  expect(same.differences).toEqual([]);
  expect([came(journey, same.draft.nodes, "a"), same.draft.totals.enrolled]).toEqual([0, 60]);
  const draft = await reweighted(journey, [10, 60, 30]);
  const other = await ask<Backtest>(journey, "backtest", { days: 7, draft });
  expect(came(journey, other.live?.nodes ?? [], "a")).toBe(0);
  expect(came(journey, other.draft.nodes, "a")).toBeGreaterThan(20);
});

test("R39 people who always take the same path take it in a test run, a forecast and a backtest too", async () => {
  const journey = await promoted({ sticky: true });
  const { sql } = api.database;
  const taken = await sql<{ edge: string; people: number; someone: string }[]>`
    select edge_id as edge, count(*)::int as people, min(person_id::text) as someone
    from split_choices where journey_id = ${journey.id} group by 1`;
  expect(taken).toHaveLength(3);
  const found = await ask<Forecast>(journey, "forecast", { days: 1 });
  // A backtest knows only the choices made before its period; later ones are drawn again in it.
  await sql`update split_choices set at = at - interval '9 days' where journey_id = ${journey.id}`;
  const relived = await ask<Backtest>(journey, "backtest", { days: 7 });
  for (const { edge, people: count, someone } of taken) {
    const target = journey.nodes[journey.edges.findIndex(({ id }) => id === edge) + 1];
    const run = await ask<TestRun>(journey, "test", { personId: someone });
    expect(run.path.nodeIds).toContain(target?.id);
    expect(came(journey, found.nodes, target?.name ?? "")).toBe(count);
    expect(came(journey, relived.draft.nodes, target?.name ?? "")).toBe(count);
  }
});
