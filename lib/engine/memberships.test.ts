import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rule } from "#journey";
import type { SegmentDefinition } from "./advance-input.ts";
import { evaluateRules, segmentWithSources } from "./guards/index.ts";
import { simulate } from "./simulate/index.ts";
import { chain, DAY, EXIT_STEP, HOUR, idOf, MINUTE, programOf, START, START_STEP, sketch } from "./testing/build.ts";

const program = programOf(sketch({ steps: { start: START_STEP, exit: EXIT_STEP }, links: chain("start", "exit") }));

const listOf = (...rules: Rule[]): Map<string, SegmentDefinition> =>
  new Map(
    rules.map((rule, index) => {
      const id = idOf(`segment ${index}`);
      return [
        id,
        { id, key: `s${index}`, number: index + 1, rules: "all" in rule || "any" in rule ? rule : { all: [rule] } },
      ];
    }),
  );

const within = fc.constantFrom("2h", "1d", "3d", undefined);
const count = fc.constantFrom(
  { gte: 1 },
  { gte: 2 },
  { lt: 2 },
  { lte: 0 },
  { eq: 1 },
  { ne: 2 },
  { gte: 1, lt: 3 },
  undefined,
);
const eventRule = fc
  .record({ event: fc.constantFrom("a", "b"), within, count })
  .map(({ event, ...rest }): Rule => ({ event, ...withoutUndefined(rest) }));
const fieldRule = fc.constantFrom<Rule>(
  { field: "traits.n", op: "gte", value: 2 },
  { field: "tags", op: "contains", value: "hot" },
);
/** The rules of a segment refer only to the segments before it, so that there are no circles. */
const ruleOf = (index: number): fc.Arbitrary<Rule> => {
  const leaf = index === 0 ? fc.oneof(eventRule, fieldRule) : fc.oneof(eventRule, fieldRule, segmentRule(index));
  const list = fc.array(leaf, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    list.map((all) => ({ all })),
    fc.record({ any: list, not: fc.boolean() }),
  );
};
const segmentRule = (below: number): fc.Arbitrary<Rule> =>
  fc.record({ segment: fc.nat(below - 1).map((index) => `s${index}`), not: fc.boolean() });

function withoutUndefined(record: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const scenario = fc.array(
  fc.record({
    after: fc.constantFrom(0, MINUTE, HOUR, 10 * HOUR, 2 * DAY),
    what: fc.constantFrom("a", "b", "late a", "n", "hot", "cold", "zone", "look"),
    n: fc.nat(4),
  }),
  { maxLength: 12 },
);

describe("memberships", () => {
  test("R24 after any events, changes and time they are what the rules say from scratch", async () => {
    await fc.assert(
      fc.property(fc.tuple(ruleOf(0), ruleOf(1), ruleOf(2)), scenario, (rules, things) => {
        const segments = listOf(...rules);
        const simulation = simulate({ journeys: [{ program }], start: START, segments });
        // Memberships are evaluated from the person's first signal on.
        simulation.change("p", { addTags: ["known"] });
        for (const { after, what, n } of things) {
          for (let part = 0; part < 4; part += 1) {
            simulation.runTo(simulation.now + after / 4);
            expectFromScratch(simulation.view("p"), segments);
          }
          if (what === "a" || what === "b") simulation.track("p", what);
          else if (what === "late a") simulation.track("p", "a", {}, simulation.now - 4 * HOUR);
          else if (what === "n") simulation.change("p", { traits: { n } });
          else if (what === "hot") simulation.change("p", { addTags: ["hot"] });
          else if (what === "cold") simulation.change("p", { removeTags: ["hot"] });
          else if (what === "zone") simulation.change("p", { traits: { timezone: "America/New_York" } });
          // Changes that time causes are evaluated a few ms later.
          simulation.runTo(simulation.now + 10);
          expectFromScratch(simulation.view("p"), segments);
        }
      }),
      { numRuns: 300 },
    );
  });

  function expectFromScratch(
    input: ReturnType<ReturnType<typeof simulate>["view"]>,
    segments: Map<string, SegmentDefinition>,
  ) {
    const zone = typeof input.person.traits.timezone === "string" ? input.person.traits.timezone : "UTC";
    let person = { ...input.person, segments: [] as string[] };
    for (const { id, rules } of segments.values()) {
      const subject = { person, events: input.events, now: input.now, timezone: zone, segments };
      if (evaluateRules(rules as Rule, subject)) person = { ...person, segments: [...person.segments, id] };
    }
    expect([...input.person.segments].sort()).toEqual(person.segments.sort());
  }

  test("a segment is judged behind those its rules name, whatever their numbers", () => {
    const segments = listOf({ segment: "s2" }, { event: "a" }, { all: [{ segment: 2 }] });
    const order = segmentWithSources(idOf("segment 0"), segments).map((segment) => segment.key);
    expect(order).toEqual(["s1", "s2", "s0"]);
  });

  test("rules that go in a circle come to an end", () => {
    const segments = listOf({ segment: "s1", not: true }, { segment: "s0", not: true });
    const simulation = simulate({ journeys: [{ program }], start: START, segments });
    simulation.change("p", { addTags: ["x"] });
    expect(simulation.view("p").person.segments).toHaveLength(1);
  });
});
