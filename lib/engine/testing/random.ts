import * as fc from "fast-check";
import type { JourneyDocument, JsonObject, NodeType } from "#journey";
import { dividesPeople, nodeKinds } from "#journey";
import type { Simulation } from "../simulate/index.ts";
import { idOf, SECOND } from "./build.ts";

const eventName = fc.constantFrom("in", "a", "b", "goal");
const delay = fc.constantFrom("0s", "1s", "3s", "10s", "1m", "5m", "1d");
const expression = fc.constantFrom(
  '"hot" in tags',
  "traits.n > 2",
  "trigger.properties.k == 1",
  "true",
  "traits.missing == 1",
);
const rules = fc.constantFrom(
  { all: [{ field: "tags", op: "contains", value: "hot" }] },
  {
    any: [
      { event: "a", count: { gte: 2 } },
      { field: "traits.n", op: "gt", value: 3 },
    ],
  },
  { all: [{ event: "b", count: { lte: 0 }, within: "5s" }] },
);

const configs: Readonly<Record<Exclude<NodeType, "DECIDE">, fc.Arbitrary<JsonObject>>> = {
  TRIGGER: eventName.map((name) => ({ triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: name } })),
  CONTENT: fc.record({ contentType: fc.constantFrom("email", "modal", "webhook"), timeout: delay }),
  ACTION: fc
    .array(
      fc.oneof(
        fc.constantFrom("hot", "cold").map((tagName) => ({ type: "tag_user", tagName })),
        fc.constant({ type: "untag_user", tagName: "hot" }),
        fc.integer({ min: 0, max: 5 }).map((value) => ({ type: "set_attribute", attribute: "n", value })),
        fc.constant({ type: "set_attribute", attribute: "n", expression: "traits.n + 1" }),
        fc.constantFrom("a", "b", "goal").map((name) => ({ type: "emit_event", eventName: name })),
        fc.constant({ type: "set_flag", flag: "seen" }),
        fc.constantFrom("j0", "j1").map((journey) => ({ type: "enroll", journey })),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((operations) => ({ operations })),
  LIVE_DATA: fc.record(
    {
      url: fc.constant("https://example.com"),
      storeAs: fc.constant("live"),
      timeout: delay,
      fallback: fc.constant({ n: 1 }),
      branches: fc.constant([{ key: "many", expression: "context.live.n > 2" }]),
    },
    { requiredKeys: ["url", "storeAs"] },
  ),
  WAIT: fc.oneof(
    delay.map((duration) => ({ duration })),
    fc.constant({ until: { trait: "date" }, timeout: "5s" }),
    fc.constant({ until: { at: "2020-01-01T00:00" } }),
  ),
  WAIT_FOR_EVENT: fc.record(
    { eventName, timeout: delay, since: fc.constantFrom("node", "enrollment") },
    { requiredKeys: ["eventName"] },
  ),
  WAIT_FOR_CONDITION: fc.oneof(
    expression.map((source) => ({ expression: source, timeout: "7s" })),
    rules.map((group) => ({ include: [group] })),
  ),
  CONDITION: fc.oneof(
    expression.map((source) => ({ expression: source })),
    rules.map((group) => ({ rules: group })),
  ),
  SPLIT: fc.boolean().map((sticky) => ({ sticky })),
  GOAL_CHECK: fc.constant({}),
  EXIT: fc.constant({}),
};

/** A step of any kind. */
export const randomStep = fc
  .constantFrom(...(Object.keys(configs) as (keyof typeof configs)[]))
  .chain((type) => configs[type].map((config) => ({ type, config })));

const settings = fc.record(
  {
    reEntry: fc.constantFrom("once", "after_exit", "restart", "every"),
    maxDuration: fc.constantFrom("20s", "3m"),
    exitConditions: fc.constantFrom([{ eventName: "b" }], [{ expression: '"cold" in tags' }]),
  },
  { requiredKeys: [] },
);

const goal = fc.option(
  fc.record({
    type: fc.constant("event" as const),
    config: fc.constant({ eventName: "goal" }),
    deadline: fc.constantFrom(1, 2),
    exitOnGoal: fc.boolean(),
  }),
  { nil: null },
);

/** A random journey in which every exit has an edge, including cycles of every kind. */
export const randomJourney: fc.Arbitrary<JourneyDocument> = fc
  .record({
    steps: fc.array(randomStep, { minLength: 1, maxLength: 9 }),
    settings,
    goal,
    wires: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ steps, settings: chosen, goal: goalConfig, wires }) => {
    const start = {
      type: "TRIGGER" as const,
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } },
    };
    const nodes = [start, ...steps].map(({ type, config }, index) => ({
      id: idOf(`node ${index}`),
      type,
      name: `n${index}`,
      config,
      position: { x: 0, y: 0 },
      contentId: nodeKinds[type].usesContent ? "mail" : null,
    }));
    let wire = 0;
    const next = () => nodes[(wires[wire++ % wires.length] ?? 0) % nodes.length]?.id ?? "";
    const edges = nodes.flatMap((node) => {
      const branches: (string | null)[] = dividesPeople(node)
        ? [null, null]
        : nodeKinds[node.type].exits(node, { edges: [] }).map(({ key }) => key);
      return branches.map((branch) => ({
        sourceNodeId: node.id,
        targetNodeId: next(),
        branch,
        label: null,
        weight: null,
        trigger: null,
      }));
    });
    const named = edges.map((edge, index) => ({ ...edge, id: idOf(`edge ${index}`), name: `e${index}` }));
    return { nodes, edges: named, settings: chosen, goalConfig, audienceId: null, allowAnonymous: false };
  });

/** A happening of the person, and its delay after the one before in ms. */
export type Happening = {
  readonly after: number;
  readonly what: (simulation: Simulation) => void;
  readonly label: string;
};

type Thing = fc.Arbitrary<Omit<Happening, "after">>;

const thing = (label: string, what: Happening["what"]): Omit<Happening, "after"> => ({ label, what });

const signals: readonly Thing[] = [
  eventName.map((name) => thing(`track ${name}`, (run) => run.track("p", name, { k: 1 }))),
  fc.constantFrom("hot", "cold").map((tag) => thing(`tag ${tag}`, (run) => run.change("p", { addTags: [tag] }))),
  fc.nat(5).map((n) => thing(`n = ${n}`, (run) => run.change("p", { traits: { n } }))),
  fc.constant(thing("date", (run) => run.change("p", { traits: { date: "2026-03-02T09:00:20Z" } }))),
  fc.constant(thing("zone", (run) => run.change("p", { traits: { timezone: "Asia/Tokyo" } }))),
];
const stop: Thing = fc.constant(thing("stop", (run) => run.stop("p")));
const operations: readonly Thing[] = [
  stop,
  fc
    .constantFrom("hold" as const, "drain" as const, "queue" as const)
    .map((mode) => thing(mode, (run) => run.pause(mode))),
  fc.constant(thing("resume", (run) => run.resume())),
];

/** The first happening starts the journey. */
const scenario = (after: fc.Arbitrary<number>, things: readonly Thing[]): fc.Arbitrary<Happening[]> =>
  fc
    .array(fc.tuple(after, fc.oneof(...things)), { maxLength: 14 })
    .map((list) => [
      { after: 0, ...thing("track in", (run) => run.track("p", "in", { k: 1 })) },
      ...list.map(([gap, inner]) => ({ after: gap, ...inner })),
    ]);

/** Up to a dozen happenings, up to minutes apart, including pauses. */
export const randomStory = scenario(fc.constantFrom(0, 0, SECOND, 5 * SECOND, 20 * SECOND, 120 * SECOND), [
  ...signals,
  ...operations,
]);

/** Happenings within less than a minute, so that the lag of one batch does not affect waits (R20). */
export const randomMinute = scenario(fc.constantFrom(0, 0, 1, 700, SECOND, 3 * SECOND), [...signals, ...signals, stop]);
