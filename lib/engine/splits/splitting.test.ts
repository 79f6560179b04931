import { expect, test } from "vitest";
import type { JourneyDocument, JsonObject } from "#journey";
import { advance } from "../advance.ts";
import type { AdvanceInput, AdvanceResult, JourneyState, Person } from "../advance-input.ts";
import type { Program } from "../program.ts";
import { chain, EXIT_STEP, idOf, MINUTE, programOf, run, START, START_STEP, sketch, wait } from "../testing/build.ts";
import { promoted, reweigh } from "./reweigh.ts";
import { currentShares, type SplitAllocation, splitBasis } from "./shares.ts";

const NAMES = ["a", "b", "c"] as const;

/** A split with paths to `a`, `b` and so on; each path then waits for the goal event. */
function split(
  weights: readonly (number | null)[],
  config: JsonObject = {},
  settings: JsonObject = { reEntry: "every" },
) {
  const names = NAMES.slice(0, weights.length);
  return sketch({
    steps: {
      start: START_STEP,
      split: { type: "SPLIT", config },
      ...Object.fromEntries(names.map((name) => [name, wait("1d")])),
      end: EXIT_STEP,
    },
    links: [
      ...chain("start", "split"),
      ...names.map((to, index) => ({ from: "split", to, label: to, weight: weights[index] ?? null })),
      ...names.map((from) => ({ from, to: "end" })),
    ],
    settings,
    goal: { type: "event", config: { eventName: "bought" }, exitOnGoal: false },
  });
}

const edgeTo = (document: JourneyDocument, name: string) =>
  document.edges.find((edge) => edge.targetNodeId === idOf(name) && edge.sourceNodeId === idOf("split"))?.id ?? "";
const stateOf = (document: JourneyDocument) => {
  const state = programOf(document).states[idOf("split")];
  if (state?.type !== "SPLIT") throw new Error("no split");
  return state;
};
const allocate = (
  document: JourneyDocument,
  shares: Readonly<Record<string, number>>,
  source: SplitAllocation["source"] = "promoted",
): SplitAllocation => ({
  source,
  basis: splitBasis(stateOf(document)),
  weights: Object.fromEntries(NAMES.map((name) => [edgeTo(document, name), shares[name] ?? 0])),
});

const programs = new WeakMap<JourneyDocument, Program>();

function compiled(document: JourneyDocument): Program {
  const program = programs.get(document) ?? programOf(document);
  programs.set(document, program);
  return program;
}

/** Enrolls one person and returns the result. */
function enter(
  document: JourneyDocument,
  person: number | Person,
  more: { allocation?: SplitAllocation; chosen?: Record<string, string> } = {},
): AdvanceResult {
  return advance(turnOf(document, person, more));
}

function turnOf(
  document: JourneyDocument,
  person: number | Person,
  { allocation, chosen }: { allocation?: SplitAllocation; chosen?: Record<string, string> } = {},
): AdvanceInput {
  const program = compiled(document);
  const who = typeof person === "number" ? personOf(person) : person;
  const journey: JourneyState = {
    id: program.journeyId,
    number: 1,
    status: "published",
    pauseMode: null,
    pauses: [],
    onResume: "fire",
    epoch: 1,
    entryVersionId: program.versionId,
    ...(allocation === undefined ? {} : { allocations: new Map([[idOf("split"), allocation]]) }),
  };
  const event = { id: idOf(`event of ${who.id}`), name: "app.in", properties: {}, timestamp: START, receivedAt: START };
  return {
    now: START,
    horizon: null,
    person: who,
    enrollments: [],
    past: [],
    queued: [],
    signals: [{ kind: "event", id: event.id, at: START, event }],
    events: [],
    snapshot: {
      workspace: { id: "w", name: "W", timezone: "UTC", tooOldMs: 72 * 60 * MINUTE },
      journeys: new Map([[journey.id, journey]]),
      programs: new Map([[program.versionId, program]]),
    },
    ...(chosen === undefined ? {} : { chosen }),
  };
}

const personOf = (number: number): Person => ({
  id: idOf(`person ${number}`),
  externalId: `p${number}`,
  anonymousId: null,
  traits: {},
  tags: [],
  stage: null,
  segments: [],
  lastEnteredAt: null,
  createdAt: START,
});

const wayOf = (outcome: AdvanceResult) => outcome.choices[0]?.edgeId;

function sharesOf(document: JourneyDocument, people: number, allocation?: SplitAllocation): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let number = 0; number < people; number += 1) {
    const way = wayOf(enter(document, number, allocation ? { allocation } : {})) ?? "none";
    counts[way] = (counts[way] ?? 0) + 1;
  }
  return Object.fromEntries(NAMES.map((name) => [name, ((counts[edgeTo(document, name)] ?? 0) / people) * 100]));
}

test("shares in tenths of a percent are kept to the tenth", () => {
  const shares = sharesOf(split([0.5, 99.5]), 20_000);
  expect(shares.a).toBeGreaterThan(0.3);
  expect(shares.a).toBeLessThan(0.7);
  expect(shares.b).toBeCloseTo(100 - (shares.a ?? 0), 9);
});

test("an enrollment takes a path once, and its goal counts once", () => {
  const document = split([100, 0]);
  const simulation = run(document);
  simulation.track("p", "in");
  simulation.track("p", "bought");
  simulation.track("p", "bought");
  const ofEdge = simulation.report.counts.filter(({ elementId }) => elementId === edgeTo(document, "a"));
  expect(ofEdge.reduce((sum, delta) => sum + delta.advanced, 0)).toBe(1);
  expect(simulation.report.conversions).toHaveLength(1);
});

test("an enrollment that comes through a split again keeps its path, though the shares are others now", () => {
  const document = sketch({
    steps: { start: START_STEP, split: { type: "SPLIT" }, a: wait("1h"), b: wait("1h"), end: EXIT_STEP },
    links: [
      ...chain("start", "split"),
      { from: "split", to: "a" },
      { from: "split", to: "b" },
      { from: "a", to: "split" },
      { from: "b", to: "end" },
    ],
  });
  const first = turnOf(document, 1, { allocation: allocate(document, { a: 100 }) });
  const { enrollments } = advance(first);
  const again = advance({
    ...turnOf(document, 1, { allocation: allocate(document, { b: 100 }) }),
    now: START + 61 * MINUTE,
    signals: [],
    enrollments,
  });
  expect(again.history[0]?.hops.map((hop) => hop.to)).toEqual([idOf("split"), idOf("a")]);
  expect(again.history[0]?.hops[1]?.receipt).toMatchObject({ kept: "trip" });
  expect(again.counts.find((delta) => delta.elementId === edgeTo(document, "a"))).toMatchObject({
    entered: 0,
    advanced: 1,
  });
  expect(again.choices).toEqual([]);
});

test("a sticky person keeps their earlier path under other shares, unless the path was closed", () => {
  const open = split([50, 50], { sticky: "person" });
  const to = (name: string) => ({ [idOf("split")]: edgeTo(open, name) });
  for (const name of ["a", "b"] as const) {
    const outcome = enter(open, 1, { chosen: to(name), allocation: allocate(open, { a: 100 }) });
    expect(wayOf(outcome)).toBe(edgeTo(open, name));
    expect(outcome.history[0]?.hops.at(-1)?.receipt).toMatchObject({ kept: "person" });
  }
  expect(wayOf(enter(split([100, 0], { sticky: "person" }), 1, { chosen: to("b") }))).toBe(edgeTo(open, "a"));
  expect(wayOf(enter(split([100, 0]), 1, { chosen: to("b") }))).toBe(edgeTo(open, "a"));
});

test("R39: a sticky split goes by the bucket key, so that a merged person is sent where the elder was", () => {
  const document = split([50, 50], { sticky: "person" });
  const people = Array.from({ length: 60 }, (_, number) => personOf(number));
  const elders = people.map((person) => wayOf(enter(document, person)));
  const merged = people.map((person, number) =>
    wayOf(enter(document, { ...personOf(number + 100), bucketKey: person.id })),
  );
  expect(merged).toEqual(elders);
  expect(people.map((_, number) => wayOf(enter(document, personOf(number + 100))))).not.toEqual(elders);
});

test("shares that stand in for those of the canvas decide, and the receipt says so", () => {
  const document = split([50, 50]);
  const allocation = allocate(document, { a: 10, b: 90 });
  const shares = sharesOf(document, 4_000, allocation);
  expect(Math.abs((shares.b ?? 0) - 90)).toBeLessThan(2);
  expect(enter(document, 1, { allocation }).history[0]?.hops.at(-1)?.receipt).toMatchObject({ shares: "promoted" });
});

test("they end with a version that has other paths, other shares or another holdout", () => {
  const document = split([50, 50]);
  const allocation = allocate(document, { b: 100 });
  for (const other of [split([60, 40]), split([50, 50], { holdout: "a" })])
    expect(currentShares(stateOf(other), allocation)).toEqual(currentShares(stateOf(other), undefined));
  const learned = allocate(document, { b: 100 }, "thompson");
  expect(currentShares(stateOf(document), learned)).toEqual({
    [edgeTo(document, "a")]: 50,
    [edgeTo(document, "b")]: 50,
  });
});

test("a holdout may be named by its edge's id, name, branch or label", () => {
  for (const holdout of ["a", "split-to-a-1", edgeTo(split([50, 50]), "a")])
    expect(stateOf(split([50, 50], { holdout })).config.holdout).toBe(edgeTo(split([50, 50]), "a"));
});

const seen = (document: JourneyDocument, counts: Readonly<Record<string, [number, number]>>) =>
  new Map(
    Object.entries(counts).map(([name, [entered, converted]]) => [edgeTo(document, name), { entered, converted }]),
  );
const tenths = (weights: Readonly<Record<string, number>> | null) =>
  Object.values(weights ?? {}).every((weight) => Math.abs(weight * 10 - Math.round(weight * 10)) < 1e-6);

test("learned shares follow the probability to be the best, in tenths, with a least share for each path", () => {
  const document = split([33.4, 33.3, 33.3], { allocation: "thompson", minSample: 50 });
  const weights = reweigh(stateOf(document), seen(document, { a: [500, 20], b: [500, 60], c: [500, 55] }));
  expect(weights?.[edgeTo(document, "a")]).toBe(5);
  expect(weights?.[edgeTo(document, "b")]).toBeGreaterThan(weights?.[edgeTo(document, "c")] ?? 100);
  expect(Object.values(weights ?? {}).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
  expect(tenths(weights)).toBe(true);
});

test("nothing is learned before every path has had its people", () => {
  const document = split([50, 50], { allocation: "thompson", minSample: 100 });
  expect(reweigh(stateOf(document), seen(document, { a: [99, 0], b: [5_000, 900] }))).toBeNull();
  expect(reweigh(stateOf(document), seen(document, { a: [100, 0], b: [5_000, 900] }))).not.toBeNull();
});

test("the holdout's share is never changed, by learning or by promoting", () => {
  const document = split([10, 45, 45], { allocation: "thompson", holdout: "a", minSample: 10 });
  const [a, b, c] = NAMES.map((name) => edgeTo(document, name)) as [string, string, string];
  const weights = reweigh(stateOf(document), seen(document, { a: [3, 3], b: [900, 10], c: [900, 90] }));
  expect(weights).toMatchObject({ [a]: 10, [b]: 5, [c]: 85 });
  expect(promoted(stateOf(document), c, false)).toEqual({ [a]: 10, [b]: 0, [c]: 90 });
  expect(promoted(stateOf(document), c, true)).toEqual({ [a]: 0, [b]: 0, [c]: 100 });
});
