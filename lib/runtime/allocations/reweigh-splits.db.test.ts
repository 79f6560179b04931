import { beforeEach, describe, expect, test } from "vitest";
import { compile, splitBasis } from "#engine";
import { claimAllocation } from "#store/split-allocations";
import { createRuntime } from "../index.ts";
import { type Drawing, draw } from "../testing/draw.ts";
import { DAY, HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";
import { reweighSplits } from "./reweigh-splits.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const start = {
  name: "start",
  type: "TRIGGER",
  config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } },
};
const paths = ["a", "b"] as const;

/** A split of two paths with a long wait on each; the goal is a purchase. */
const drawing = (config: Record<string, unknown>, rest: Partial<Drawing> = {}) =>
  draw({
    nodes: [
      start,
      { name: "split", type: "SPLIT", config },
      { name: "a", type: "WAIT", config: { duration: "90d" } },
      { name: "b", type: "WAIT", config: { duration: "90d" } },
    ],
    edges: [{ from: "start", to: "split" }, ...paths.map((to) => ({ from: "split", to }))],
    goalConfig: { type: "event", config: { eventName: "bought" }, exitOnGoal: false },
    ...rest,
  });

const edges = (document: ReturnType<typeof drawing>) =>
  document.edges.slice(1).map((edge) => edge.id) as [string, string];

async function enter(from: number, to: number): Promise<void> {
  const people = Array.from({ length: to - from }, (_, index) => `p${from + index}`);
  await stage.give(...people.map((userId) => ({ userId, type: "track" as const, event: "in" })));
  await stage.settle();
}

/** Makes everybody on the path buy, except for every `but`-th person. */
async function buy(edgeId: string, but: number): Promise<void> {
  const rows = await stage.database.sql<{ user: string }[]>`
    select external_id as user from split_choices join people on people.id = person_id where edge_id = ${edgeId} order by 1`;
  const buyers = rows.filter((_, index) => index % but !== 0).map((row) => row.user);
  await stage.give(...buyers.map((userId) => ({ userId, type: "track" as const, event: "bought" })));
  await stage.settle();
}

const allocation = async () =>
  (
    await stage.database.sql<{ weights: Record<string, number> | null; at: Date }[]>`select * from split_allocations`
  )[0];
const revision = async () =>
  (await stage.database.sql<{ revision: string }[]>`select revision::text from engine_config`)[0]?.revision;
const taken = async (edgeId: string) => await stage.count("split_choices", `edge_id = '${edgeId}'`);

describe("shares that are learned", () => {
  test("follow the results once every path has enough people, and apply to new people from the next batch (R14)", async () => {
    const document = drawing({ allocation: "thompson", minSample: 20, minShare: 10 });
    const [a, b] = edges(document);
    await stage.publish(document);
    await enter(0, 30);
    await reweighSplits(stage.runtime);
    expect(await allocation()).toMatchObject({ weights: null });
    await enter(30, 100);
    await buy(b, 3);
    const before = await revision();
    await reweighSplits(stage.runtime);
    expect(await allocation(), "the hour is not over").toMatchObject({ weights: null });
    expect(await revision()).toBe(before);
    await stage.pass(HOUR);
    await reweighSplits(stage.runtime);
    expect((await allocation())?.weights).toEqual({ [a]: 10, [b]: 90 });
    expect(await revision()).not.toBe(before);
    const [onA, onB] = [await taken(a), await taken(b)];
    await enter(100, 300);
    const share = (await taken(b)) - onB;
    expect(share).toBeGreaterThan(160);
    expect((await taken(a)) - onA).toBe(200 - share);
    const steady = await revision();
    await stage.pass(HOUR);
    await reweighSplits(stage.runtime);
    expect(await revision(), "the same shares again wake nobody").toBe(steady);
  });

  test("are computed by one of several processes", async () => {
    const document = drawing({ allocation: "thompson", minSample: 5 });
    await stage.publish(document);
    await enter(0, 60);
    await buy(edges(document)[1], 2);
    const before = Number(await revision());
    const others = [1, 2, 3].map(() => createRuntime(stage.database, { clock: stage.runtime.clock, report: () => {} }));
    await Promise.all(others.map((runtime) => reweighSplits(runtime)));
    expect(Number(await revision())).toBe(before + 1);
    expect(await stage.count("split_allocations")).toBe(1);
  });

  test("are checked by the process that claims the hour first, also when all claim at once", async () => {
    const { journeyId } = await stage.publish(drawing({}));
    const split = { journeyId, nodeId: journeyId, workspaceId: stage.workspaceId, basis: "paths" };
    const claim = (now: string, since: string) =>
      stage.database.sql.begin(async (sql) => (await claimAllocation(sql, { ...split, now, since })) !== undefined);
    const hour = (at: string, since: string) => Promise.all([1, 2, 3].map(() => claim(at, since)));
    expect((await hour("2026-03-02T09:00:00Z", "2026-03-02T08:00:00Z")).filter(Boolean)).toHaveLength(1);
    expect((await hour("2026-03-02T09:59:00Z", "2026-03-02T08:59:00Z")).filter(Boolean)).toHaveLength(0);
    expect((await hour("2026-03-02T10:00:00Z", "2026-03-02T09:00:00Z")).filter(Boolean)).toHaveLength(1);
  });

  test("end with the paths they were learned for, and leave a fixed split and a promoted path alone", async () => {
    const document = drawing({ allocation: "thompson", minSample: 5 });
    const { journeyId } = await stage.publish(document);
    await enter(0, 60);
    await buy(edges(document)[1], 2);
    await stage.database.sql`
      insert into split_allocations (journey_id, node_id, workspace_id, source, basis, weights)
      select ${journeyId}, ${document.nodes[1]?.id ?? ""}, ${stage.workspaceId}, 'promoted', 'of another version', '{}'`;
    await reweighSplits(stage.runtime);
    const learned = await allocation();
    expect(learned).toMatchObject({ source: "thompson" });
    expect(learned?.weights).not.toEqual({});
    await stage.database.sql`update split_allocations set source = 'promoted', weights = '{}', checked_at = null`;
    await stage.pass(2 * HOUR);
    await reweighSplits(stage.runtime);
    expect(await allocation()).toMatchObject({ source: "promoted", weights: {} });
    await stage.publish(drawing({}));
    await reweighSplits(stage.runtime);
    expect(await stage.count("split_allocations")).toBe(1);
  });
});

describe("what is stored of a split", () => {
  test("is a row an enrollment with the path it took, a row a person with the first, and counters that say the same", async () => {
    const document = drawing({});
    const { journeyId } = await stage.publish(document);
    await enter(0, 40);
    const [a, b] = edges(document);
    await buy(a, 2);
    expect((await taken(a)) + (await taken(b))).toBe(40);
    for (const edge of [a, b]) {
      const [row] = await stage.database.sql<{ people: number; converted: number }[]>`
        select sum(people)::int as people, sum(converted)::int as converted from exposure_counts where arm = ${edge}`;
      const stored = await stage.database.sql<{ people: number; converted: number }[]>`
        select count(*)::int as people, count(c.at)::int as converted
        from split_choices s left join conversions c on c.shard = s.shard and c.enrollment_id = s.enrollment_id
        where s.edge_id = ${edge} and s.journey_id = ${journeyId}`;
      expect(row).toEqual(stored[0]);
    }
  });

  test("R39: the survivor of a merge takes the path of the older person, whichever of the two took which path", async () => {
    const document = { ...drawing({ sticky: "person" }, { settings: { reEntry: "every" } }), allowAnonymous: true };
    await stage.publish(document);
    const visitors = Array.from({ length: 12 }, (_, index) => `v${index}`);
    await stage.give(...visitors.map((anonymousId) => ({ anonymousId, type: "track" as const, event: "in" })));
    await stage.pass(DAY);
    for (const name of visitors) await stage.track(`known ${name}`, "in");
    await stage.pass(DAY);
    for (const name of visitors) await stage.give({ anonymousId: name, userId: `known ${name}`, type: "identify" });
    await stage.settle();
    await stage.pass(DAY);
    for (const name of visitors) await stage.track(`known ${name}`, "in");
    await stage.settle();
    const rows = await stage.database.sql<{ ways: string[]; bucket: string | null; id: string }[]>`
      select array_agg(edge_id::text order by split_choices.at) as ways, bucket_key as bucket, people.id
      from split_choices join people on people.id = person_id group by people.id, bucket_key`;
    expect(rows).toHaveLength(12);
    expect(rows.every(({ ways }) => ways.length === 3 && ways[2] === ways[0])).toBe(true);
    expect(rows.some(({ ways }) => ways[1] !== ways[0])).toBe(true);
    expect(rows.every(({ bucket, id }) => bucket !== null && bucket !== id)).toBe(true);
  });

  test("a person who always takes the same path keeps it under other shares", async () => {
    const document = drawing({ sticky: "person" }, { settings: { reEntry: "every" } });
    const { journeyId } = await stage.publish(document);
    await enter(0, 20);
    const [a, b] = edges(document);
    const before = [await taken(a), await taken(b)];
    const state = compile(document, { journeyId, versionId: journeyId }).states[document.nodes[1]?.id ?? ""];
    if (state?.type !== "SPLIT") throw new Error("no split");
    await stage.database.sql`
      insert into split_allocations (journey_id, node_id, workspace_id, source, basis, weights)
      values (${journeyId}, ${document.nodes[1]?.id ?? ""}, ${stage.workspaceId}, 'promoted',
        ${splitBasis(state)}, ${JSON.stringify({ [a]: 0, [b]: 100 })}::text::jsonb)`;
    await stage.database.sql`update engine_config set revision = revision + 1`;
    await enter(0, 20);
    expect([await taken(a), await taken(b)]).toEqual(before.map((count) => count * 2));
    await enter(20, 40);
    expect(await taken(b)).toBe((before[1] ?? 0) * 2 + 20);
  });
});
