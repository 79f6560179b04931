import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { type Engine, ingest, startEngine } from "#runtime";
import type { Split } from "#services/splits";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { until } from "./testing/until.ts";
import { drawn, onEvent, settle, track } from "./testing/walk.ts";

type Results = { data: z.infer<typeof Split>[] };
type Result = { data: z.infer<typeof Split> };
type Refused = { errors?: { field: string; edgeId?: string; code?: string }[]; detail?: string };

let api: ApiFixture;
let engine: Engine | undefined;
beforeAll(async () => {
  api = await apiFixture();
});
afterAll(() => engine?.stop());

const goalConfig = { type: "event", config: { eventName: "bought" }, exitOnGoal: false };
const wait = (name: string) => ({ type: "WAIT", name, config: { duration: "30d" } });
const edges = (weights: (number | null)[]) => [
  { sourceNodeId: 0, targetNodeId: 1 },
  ...weights.map((weight, index) => ({ sourceNodeId: 1, targetNodeId: index + 2, weight })),
];

async function journey(event: string, config = {}, weights: (number | null)[] = [10, 45, 45], more = {}) {
  const nodes = [onEvent(event), { type: "SPLIT", name: "test", config }, wait("control"), wait("a"), wait("b")];
  const made = await drawn(api, nodes.slice(0, weights.length + 2), { edges: edges(weights), goalConfig, ...more });
  const [node, paths] = [made.nodes[1]?.id ?? "", made.edges.slice(1).map((edge) => edge.id)];
  return { id: made.id, node, paths, address: `/api/journeys/${made.id}` };
}
const publish = (address: string) => api.call<Refused>(`POST ${address}/publish`);
const results = async (address: string) => (await api.call<Results>(`GET ${address}/splits`)).body.data;
const people = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const takers = async (edgeId: string) =>
  (
    await api.database.sql<{ user: string }[]>`
      select external_id as user from split_choices join people on people.id = person_id
      where edge_id = ${edgeId} order by 1`
  ).map((row) => row.user);

test("each path tells who took it, who reached the goal, and how sure that is", async () => {
  const split = await journey("in1", { holdout: "test-to-control" });
  expect(await results(split.address)).toEqual([]);
  await publish(split.address);
  const fresh = await results(split.address);
  expect(fresh).toMatchObject([{ name: "test", allocation: "fixed", sticky: false, promotedEdgeId: null }]);
  expect(fresh[0]?.branches.map(({ label, weight, holdout }) => [label, weight, holdout])).toEqual([
    ["control", 10, true],
    ["a", 45, false],
    ["b", 45, false],
  ]);
  await track(api, "in1", people("one", 90));
  const [control = "", , b = ""] = split.paths;
  const buyers = [...(await takers(control)).slice(0, 1), ...(await takers(b)).slice(0, 20)];
  await track(api, "bought", buyers);
  const [{ branches = [] } = {}] = await results(split.address);
  expect(branches.reduce((sum, branch) => sum + branch.entered, 0)).toBe(90);
  expect(branches.map((branch) => branch.converted)).toEqual([1, 0, 20]);
  const [held, first, second] = branches;
  expect(held).toMatchObject({ probabilityBest: null, lift: null });
  expect(second?.rate).toBe(20 / (second?.entered ?? 0));
  expect(second?.probabilityBest).toBeGreaterThan(0.999);
  expect((first?.probabilityBest ?? 1) + (second?.probabilityBest ?? 0)).toBeCloseTo(1, 9);
  expect(second?.lift?.value).toBeCloseTo((second?.rate ?? 0) / (held?.rate ?? 1) - 1, 9);
  expect(first?.lift).toBeNull();
  for (const branch of branches) {
    expect(branch.interval[0]).toBeLessThanOrEqual(branch.rate);
    expect(branch.interval[1]).toBeGreaterThanOrEqual(branch.rate);
  }
});

test("a promoted path takes everybody new but the holdout, people keep theirs, and it can be taken back", async () => {
  const split = await journey("in2", { holdout: "test-to-control" });
  await publish(split.address);
  await track(api, "in2", people("two", 40));
  const [control = "", a = "", b = ""] = split.paths;
  const before = [await takers(a), await takers(b)];
  const promote = `${split.address}/splits/${split.node}/promote`;
  const answer = await api.call<Result>(`POST ${promote}`, { body: { edgeId: b } });
  expect(answer.status).toBe(200);
  expect(answer.body.data).toMatchObject({ promotedEdgeId: b });
  expect(answer.body.data.branches.map((branch) => branch.currentWeight)).toEqual([10, 0, 90]);
  expect(answer.body.data.reweightedAt).not.toBeNull();
  await track(api, "in2", people("new", 60));
  expect(await takers(a)).toEqual(before[0]);
  const late = (await takers(control)).filter((user) => user.startsWith("new")).length;
  expect((await takers(b)).length).toBe((before[1]?.length ?? 0) + 60 - late);
  expect(late).toBeGreaterThan(0);
  const back = await api.call<Result>(`DELETE ${promote}`);
  expect(back.body.data).toMatchObject({ promotedEdgeId: null, reweightedAt: null });
  expect(back.body.data.branches.map((branch) => branch.currentWeight)).toEqual([10, 45, 45]);
  expect((await api.call(`DELETE ${promote}`)).status).toBe(409);
  const notes = await api.database.sql<{ action: string }[]>`
    select action from audit_log where subject = ${split.id} and action like 'split.%' order by at`;
  expect(notes.map((note) => note.action)).toEqual(["split.promote", "split.demote"]);
});

test("publishing the split with other shares ends a promotion", async () => {
  const split = await journey("in3", {}, [50, 50]);
  await publish(split.address);
  const [a = "", b = ""] = split.paths;
  await api.call(`POST ${split.address}/splits/${split.node}/promote`, { body: { edgeId: b, endHoldout: true } });
  const { body } = await api.call<{ data: { nodes: unknown[]; edges: { id: string; weight: number | null }[] } }>(
    `GET ${split.address}`,
  );
  const changed = body.data.edges.map((edge) =>
    edge.id === a ? { ...edge, weight: 60 } : edge.id === b ? { ...edge, weight: 40 } : edge,
  );
  const saved = await api.call(`PUT ${split.address}/canvas`, { body: { nodes: body.data.nodes, edges: changed } });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  await publish(split.address);
  const [result] = await results(split.address);
  expect(result).toMatchObject({ promotedEdgeId: null });
  expect(result?.branches.map((branch) => branch.currentWeight)).toEqual([60, 40]);
});

test("promoting what is no path, the holdout, or on a draft is refused", async () => {
  const split = await journey("in4", { holdout: "test-to-control" });
  const promote = `POST ${split.address}/splits/${split.node}/promote` as const;
  expect((await api.call(promote, { body: { edgeId: split.paths[1] } })).status).toBe(404);
  await publish(split.address);
  for (const edgeId of [split.paths[0], split.node]) {
    const { status, body } = await api.call<Refused>(promote, { body: { edgeId } });
    expect(status).toBe(422);
    expect(body.errors?.[0]).toMatchObject({ field: "edgeId" });
  }
  await api.call(`POST ${split.address}/unpublish`);
  expect((await api.call(promote, { body: { edgeId: split.paths[1] } })).status).toBe(409);
});

test("shares with two decimals name their edge, a foreign holdout and learning without a goal their field", async () => {
  const odd = await journey("in5", {}, [33.33, 66.67]);
  const { body } = await publish(odd.address);
  expect(body.errors?.map(({ code, edgeId }) => [code, edgeId])).toEqual([
    ["bad_weights", odd.paths[0]],
    ["bad_weights", odd.paths[1]],
  ]);
  const astray = await journey("in6", { holdout: "nowhere", allocation: "thompson" }, [50, 50], { goalConfig: null });
  const refused = (await publish(astray.address)).body.errors ?? [];
  expect(refused.map(({ code }) => code).sort()).toEqual(["bad_config", "missing_config"]);
});

test("S22: one person through a split ten times is one person of the path they took first, beside ten visits", async () => {
  const split = await journey("in8", {}, [50, 50], { settings: { reEntry: "every" } });
  await publish(split.address);
  for (let time = 0; time < 10; time += 1) await track(api, "in8", ["again"]);
  await track(api, "in8", ["once"]);
  const [first] = await api.database.sql<{ edge: string }[]>`
    select edge_id as edge from split_choices join people on people.id = person_id
    where journey_id = ${split.id} and external_id = 'again' order by at limit 1`;
  await track(api, "bought", ["again", "again"]);
  const [{ branches = [] } = {}] = await results(split.address);
  expect(branches.reduce((sum, branch) => sum + branch.visits, 0)).toBe(11);
  expect(branches.reduce((sum, branch) => sum + branch.people, 0)).toBe(2);
  for (const branch of branches) {
    expect(branch.entered).toBe(branch.people);
    expect([branch.edgeId, branch.converted]).toEqual([branch.edgeId, branch.edgeId === first?.edge ? 1 : 0]);
  }
});

test("S22: what somebody reached before their first visit of a split says nothing about its paths", async () => {
  const nodes = [
    onEvent("in9"),
    { type: "WAIT_FOR_EVENT", name: "go", config: { eventName: "go on" } },
    { type: "SPLIT", name: "test", config: {} },
    wait("a"),
    wait("b"),
  ];
  const edges = [
    [0, 1],
    [1, 2],
    [2, 3],
    [2, 4],
  ].map(([sourceNodeId, targetNodeId]) => ({ sourceNodeId, targetNodeId }));
  const made = await drawn(api, nodes, { edges, goalConfig, settings: { reEntry: "every" } });
  await publish(`/api/journeys/${made.id}`);
  await track(api, "in9", ["early", "late"]);
  await track(api, "bought", ["early"]);
  await track(api, "go on", ["early", "late"]);
  await track(api, "bought", ["late"]);
  const [{ branches = [] } = {}] = await results(`/api/journeys/${made.id}`);
  expect(branches.reduce((sum, branch) => sum + branch.people, 0)).toBe(2);
  expect(branches.reduce((sum, branch) => sum + branch.converted, 0)).toBe(1);
});

test("S22 R39: two people who turn out to be one are one person of a split, on the earlier path", async () => {
  const split = await journey("in10", {}, [50, 50], { allowAnonymous: true });
  await publish(split.address);
  const { workspaceId, database } = api;
  const come = (who: { anonymousId: string } | { userId: string }) =>
    ingest(database, [{ workspaceId, type: "track", event: "in10", ...who }]).then(() => settle(api));
  for (let pair = 0; pair < 6; pair += 1) {
    await come({ anonymousId: `anon ${pair}` });
    await come({ userId: `known ${pair}` });
  }
  await track(api, "bought", ["known 0", "known 1"]);
  const earlier = await armsOf(split.id);
  for (let pair = 0; pair < 6; pair += 1)
    await ingest(database, [{ workspaceId, type: "identify", userId: `known ${pair}`, anonymousId: `anon ${pair}` }]);
  await settle(api);
  const [{ branches = [] } = {}] = await results(split.address);
  expect(branches.reduce((sum, branch) => sum + branch.people, 0)).toBe(6);
  expect(branches.reduce((sum, branch) => sum + branch.converted, 0)).toBe(2);
  const rows = await database.sql<{ arm: string; people: number }[]>`
    select arm, count(*)::int as people from exposures where journey_id = ${split.id} group by arm`;
  for (const branch of branches) expect(branch.people).toBe(rows.find(({ arm }) => arm === branch.edgeId)?.people ?? 0);
  expect(earlier).toHaveLength(6);
  expect(await armsOf(split.id)).toEqual(earlier);
});

/** The path that counts for the person of each visitor, who came before the known ones. */
const armsOf = (journeyId: string) => api.database.sql`
  select known.value as visitor, exposures.arm from exposures join identities known using (person_id)
  where exposures.journey_id = ${journeyId} and known.value like 'anon %' order by known.value`;

test("R26: after a recount the paths are compared by the new goal, over all enrollments, each once", async () => {
  const split = await journey("in7", {}, [50, 50]);
  await publish(split.address);
  await track(api, "in7", people("seven", 30));
  const [a = "", b = ""] = split.paths;
  const payers = [...(await takers(a)).slice(0, 2), ...(await takers(b)).slice(0, 5)];
  await track(api, "paid", payers);
  await track(api, "bought", people("seven", 30));
  const paid = { type: "event", config: { eventName: "paid" }, exitOnGoal: false };
  await api.call(`PATCH ${split.address}`, { body: { goalConfig: paid } });
  await publish(split.address);
  engine = startEngine(api.database, { outbox: false });
  for (let round = 0; round < 2; round += 1) {
    const asked = await api.call<{ data: { operation: { id: string } } }>(`POST ${split.address}/recount`);
    expect(asked.status).toBe(202);
    await until(async () => {
      const operation = await api.call<{ data: { status: string } }>(
        `GET /api/operations/${asked.body.data.operation.id}`,
      );
      return operation.body.data.status === "done";
    });
  }
  const [result] = await results(split.address);
  expect(result?.branches.map((branch) => branch.converted)).toEqual([2, 5]);
  expect(result?.branches.reduce((sum, branch) => sum + branch.entered, 0)).toBe(30);
});
