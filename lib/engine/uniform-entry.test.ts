import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNodeType, nodeKinds } from "#journey";
import { advance } from "./advance.ts";
import type { JourneyState, WorkspaceSnapshot } from "./advance-input.ts";
import { chain, EXIT_STEP, idOf, programOf, START, START_STEP, sketch, wait } from "./testing/build.ts";
import { randomStep } from "./testing/random.ts";
import { enterUniformly, traitsOfEntry } from "./uniform-entry.ts";

type Sketched = Parameters<typeof sketch>[0];

const signal = (journeyId: string) => {
  return { kind: "enroll", id: idOf("signal"), at: START, journeyId, origin: "audience", memberSince: 0 } as const;
};

function snapshotOf(
  given: Partial<Sketched>,
  changes: Partial<JourneyState> = {},
): WorkspaceSnapshot & { journeyId: string } {
  const program = programOf(
    sketch({
      steps: { start: START_STEP, w: wait("2d"), exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
      ...given,
    }),
  );
  const { journeyId, versionId } = program;
  const journey: JourneyState = {
    id: journeyId,
    number: 1,
    status: "published",
    pauseMode: null,
    pauses: [],
    onResume: "fire",
    epoch: 1,
    entryVersionId: versionId,
    ...changes,
  };
  return {
    journeyId,
    workspace: { id: idOf("workspace"), name: "W", timezone: "UTC", tooOldMs: 0 },
    journeys: new Map([[journeyId, journey]]),
    programs: new Map([[versionId, program]]),
  };
}

const entryInto = (given: Partial<Sketched>, changes?: Partial<JourneyState>) => {
  const snapshot = snapshotOf(given, changes);
  return enterUniformly(snapshot, signal(snapshot.journeyId), null);
};

describe("a way in that asks nothing of people", () => {
  test("is computed once, with the result that a call of advance has for one person", () => {
    const snapshot = snapshotOf({});
    const uniform = enterUniformly(snapshot, signal(snapshot.journeyId), null);
    const ada = {
      id: idOf("ada"),
      externalId: "ada",
      anonymousId: null,
      traits: { plan: "pro" },
      tags: ["x"],
      stage: "y",
    };
    const input = { now: START, horizon: null, enrollments: [], past: [], queued: [], events: [], snapshot };
    const person = { ...ada, segments: [], lastEnteredAt: null, createdAt: START };
    const stepped = advance({ ...input, person, signals: [signal(snapshot.journeyId)] });
    const { enrollmentId: _, ...enrollment } = stepped.enrollments[0] ?? { enrollmentId: "" };
    expect(uniform?.enrollment).toMatchObject(enrollment);
    expect(uniform?.history.hops).toEqual(stepped.history[0]?.hops);
    expect(uniform?.counts).toEqual(stepped.counts);
  });

  const condition = { type: "CONDITION" as const, config: { branches: [{ key: "yes", expression: "true" }] } };
  const mail = { type: "CONTENT" as const, config: { contentType: "email" }, contentId: "c" };
  const steps = (step: Sketched["steps"][string]) => ({
    steps: { start: START_STEP, step, w: wait("2d") },
    links: chain("start", "step", "w"),
  });
  test.each<[string, Partial<Sketched>]>([
    [
      "a rule of the entry",
      { settings: { entryConditions: { rules: { all: [{ field: "stage", op: "eq", value: "a" }] } } } },
    ],
    ["an expression of the entry", { settings: { entryConditions: { expression: "size(tags) == 0" } } }],
    ["an exit condition by state", { settings: { exitConditions: [{ expression: "size(tags) > 9" }] } }],
    ["a time since the last journey", { settings: { minDaysSinceLastJourney: 3 } }],
    ["a goal by trait", { goal: { type: "attribute_match", config: { attribute: "a", operator: "eq", value: 1 } } }],
    ["a key of the instance", { settings: { reEntry: "every" } }],
    ["a condition on the way", steps(condition)],
    ["a message on the way", steps(mail)],
    ["a wait for a date of the person", steps({ type: "WAIT", config: { until: { trait: "birthday" } } })],
    ["an end at once", { steps: { start: START_STEP, exit: EXIT_STEP }, links: chain("start", "exit") }],
  ])("each person needs a call of advance for %s", (_, given) => {
    expect(entryInto(given)).toBeNull();
  });

  test("each person needs a call of advance while the journey is paused, and for an audience they are not in", () => {
    expect(entryInto({}, { status: "paused", pauseMode: "drain" })).toBeNull();
    expect(entryInto({ audienceId: idOf("audience") })).toBeNull();
    const snapshot = snapshotOf({ audienceId: idOf("audience") });
    expect(enterUniformly(snapshot, signal(snapshot.journeyId), idOf("audience"))).not.toBeNull();
  });
});

describe("a way in that asks for traits", () => {
  const rules = (field: string, value: string) => ({ rules: { all: [{ field, op: "eq", value }] } });
  const asking = (config: Record<string, unknown>, entry: Record<string, unknown> = {}) =>
    snapshotOf({
      steps: { start: START_STEP, check: { type: "CONDITION", config }, w: wait("2d"), v: wait("3d") },
      links: [
        ...chain("start", "check"),
        { from: "check", to: "w", branch: "TRUE" },
        { from: "check", to: "v", branch: "FALSE" },
      ],
      settings: { entryConditions: entry },
    });

  test("is computed once for all who have the same values, as advance does for one of them", () => {
    const snapshot = asking(rules("traits.plan", "pro"), { rules: { any: [{ field: "traits.city", op: "exists" }] } });
    const given = signal(snapshot.journeyId);
    const names = traitsOfEntry(snapshot, given) ?? [];
    expect(names).toEqual(["city", "plan"]);
    const input = { now: START, horizon: null, enrollments: [], past: [], queued: [], events: [], snapshot };
    const stops = ["pro", "free"].map((plan) => {
      const traits = { plan, city: "Lisbon" };
      const ada = { id: idOf("ada"), externalId: "ada", anonymousId: null, tags: ["x"], stage: "y", segments: [] };
      const person = { ...ada, traits: { ...traits, name: "Ada" }, lastEnteredAt: null, createdAt: START };
      const stepped = advance({ ...input, person, signals: [given] });
      const uniform = enterUniformly(snapshot, given, null, { names, traits });
      expect(uniform?.history.hops).toEqual(stepped.history[0]?.hops);
      expect(uniform?.counts).toEqual(stepped.counts);
      expect(uniform?.enrollment.wakeAt).toBe(stepped.enrollments[0]?.wakeAt);
      return uniform?.enrollment.nodeId;
    });
    expect(new Set(stops).size).toBe(2);
    expect(enterUniformly(snapshot, given, null, { names, traits: { plan: "pro" } })).toBeNull();
    expect(enterUniformly(snapshot, given, null, { names: ["city"], traits: { city: "Lisbon" } })).toBeNull();
  });

  test.each([
    ["another field", rules("stage", "a")],
    ["a name that may be a path", rules("traits.address.city", "Lisbon")],
    ["a segment", { rules: { all: [{ segment: "vip" }] } }],
    ["an event", { rules: { all: [{ event: "bought" }] } }],
    ["an expression", { expression: "traits.plan == 'pro'" }],
  ])("each person needs a call of advance if it asks for %s too", (_, config) => {
    const snapshot = asking(config);
    const given = signal(snapshot.journeyId);
    const names = traitsOfEntry(snapshot, given) ?? [];
    expect(enterUniformly(snapshot, given, null, { names, traits: {} })).toBeNull();
  });
});

/** A step of any kind behind the start, and a wait behind each of its exits. */
const beforeWait = randomStep.map((step): Partial<Sketched> => {
  const node = { id: "", name: "step", position: { x: 0, y: 0 }, contentId: null, ...step };
  const exits = nodeKinds[step.type].exits(node, { edges: [] });
  return {
    steps: {
      start: START_STEP,
      step: { ...step, ...(nodeKinds[step.type].usesContent ? { contentId: "mail" } : {}) },
      w: wait("2d"),
    },
    links: [
      ...chain("start", "step"),
      ...(exits.length === 0 ? chain("step", "w") : exits.map(({ key }) => ({ from: "step", to: "w", branch: key }))),
    ],
  };
});

test("where the entry is computed once, people who differ in everything enter alike, whatever kind of step they meet", () => {
  const known = { anonymousId: null, segments: [], lastEnteredAt: null, createdAt: START, stage: null };
  const people = [
    { ...known, id: idOf("ada"), externalId: "ada", traits: { n: 5, date: "2026-03-05" }, tags: ["hot"] },
    { ...known, id: idOf("bob"), externalId: "bob", traits: {}, tags: [] },
  ];
  let alike = 0;
  void fc.assert(
    fc.property(beforeWait, (given) => {
      const snapshot = snapshotOf(given);
      const enroll = signal(snapshot.journeyId);
      const uniform = enterUniformly(snapshot, enroll, null);
      if (uniform === null) return;
      alike++;
      const input = { now: START, horizon: null, enrollments: [], past: [], queued: [], events: [], snapshot };
      for (const person of people) {
        const {
          enrollments,
          history,
          counts,
          person: after,
        } = advance({
          ...{ ...input, person },
          // Each person has a signal of their own, from which the id of the enrollment is made.
          signals: [{ ...enroll, id: idOf(`signal for ${person.externalId}`) }],
        });
        const [{ enrollmentId: _, ...enrollment } = { enrollmentId: "" }] = enrollments;
        expect(uniform.enrollment).toMatchObject(enrollment);
        expect([uniform.history.hops, uniform.counts]).toEqual([history[0]?.hops, counts]);
        expect(after).toEqual({ ...person, lastEnteredAt: START });
      }
    }),
    { numRuns: 300, seed: 18 },
  );
  expect(alike).toBeGreaterThan(40);
});

test("a kind of step that changes somebody, makes an event or enrolls says so", () => {
  const known = { anonymousId: null, segments: [], lastEnteredAt: null, createdAt: START, stage: null };
  const person = { ...known, id: idOf("ada"), externalId: "ada", traits: { n: 1 }, tags: [] };
  const changing = new Set<string>();
  void fc.assert(
    fc.property(beforeWait, (given) => {
      const snapshot = snapshotOf(given);
      const input = { now: START, horizon: null, enrollments: [], past: [], queued: [], events: [], snapshot };
      const { changes, emitted, started } = advance({ ...input, person, signals: [signal(snapshot.journeyId)] });
      if (changes.length + emitted.length > 0 || started.length > 1) changing.add(given.steps?.step?.type ?? "");
    }),
    { numRuns: 200, seed: 18 },
  );
  expect([...changing].filter((type) => !isNodeType(type) || !nodeKinds[type].changesPeople)).toEqual([]);
  expect(changing).toContain("ACTION");
});
