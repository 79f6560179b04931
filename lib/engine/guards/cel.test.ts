import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rule, RuleGroup } from "#journey";
import type { Person } from "../advance-input.ts";
import { celToRules } from "./from-cel.ts";
import { judgeBy } from "./judge.ts";
import { rulesToCel } from "./to-cel.ts";

const value = fc.oneof(
  fc.constantFrom("pro", "free", "5", 'a "quoted" \\ text'),
  fc.constantFrom(-3, 0, 5, 7.5),
  fc.boolean(),
);
const field = fc.constantFrom("traits.plan", "person.traits.seats", "traits.deep.inner", "stage");
const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ field, op: fc.constantFrom("eq" as const, "ne" as const), value }),
  fc.record({ field, op: fc.constant("in" as const), value: fc.array(value, { maxLength: 3 }) }),
  fc.record({ field, op: fc.constant("exists" as const), value: fc.boolean() }),
  fc.record({
    field,
    op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const),
    value: fc.constantFrom(-3, 5),
  }),
  fc.record({ field: fc.constant("tags"), op: fc.constant("contains" as const), value: fc.constantFrom("vip", "old") }),
  fc.record({ segment: fc.constantFrom("loyal", "new"), not: fc.boolean() }),
);
const { group } = fc.letrec<{ rule: Rule; group: RuleGroup }>((tie) => ({
  rule: fc.oneof({ depthSize: "small" }, leaf, tie("group")),
  group: fc.oneof(
    fc.record({ all: fc.array(tie("rule"), { maxLength: 3 }), not: fc.boolean() }),
    fc.record({ any: fc.array(tie("rule"), { maxLength: 3 }), not: fc.boolean() }),
  ),
}));
const trait = fc.oneof(value, fc.constant(["x"]));
const person = fc
  .record({
    traits: fc.record(
      { plan: trait, seats: trait, deep: fc.oneof(value, fc.record({ inner: trait })) },
      { requiredKeys: [] },
    ),
    tags: fc.subarray(["vip", "old"]),
    stage: fc.constantFrom("pro", null),
    segments: fc.subarray(["s1"]),
  })
  .map(
    (some) => ({ id: "p", externalId: null, anonymousId: null, lastEnteredAt: null, createdAt: 0, ...some }) as Person,
  );

const loyal = {
  id: "s1",
  key: "loyal",
  number: 1,
  name: "Loyal",
  kind: "static",
  rules: null,
  formerKeys: [],
  unbuilt: false,
};
const around = { now: 0, timezone: "UTC", segments: new Map([["s1", loyal as never]]) };
const holds = (written: object, about: Person) =>
  judgeBy(written, around)({ person: about, events: [], event: null }).holds;

test("rules and the expression that they are written as hold for the same people, and back", () => {
  fc.assert(
    fc.property(group, person, (rules, about) => {
      const written = rulesToCel(rules);
      if (!("source" in written)) throw new Error(written.reason);
      const isMet = holds({ rules }, about);
      expect(holds({ expression: written.source }, about), written.source).toBe(isMet);
      const back = celToRules(written.source);
      // An empty list of rules is written as true or false, which is no rule.
      if ("reason" in back) return;
      expect(RuleGroup.safeParse(back.rules).success).toBe(true);
      expect(holds({ rules: back.rules }, about), written.source).toBe(isMet);
    }),
    { numRuns: 2_000 },
  );
});

test("what people write by hand is read where it means the same", () => {
  const read = (source: string) => celToRules(source);
  expect(read('traits.plan == "pro" && (tags.size() > 0)')).toHaveProperty("reason");
  expect(read('traits.plan == "pro" || traits.seats > 5')).toEqual({
    rules: {
      any: [
        { field: "traits.plan", op: "eq", value: "pro" },
        { field: "traits.seats", op: "gt", value: 5 },
      ],
    },
  });
  expect(read('!("vip" in tags)')).toEqual({
    rules: { all: [{ field: "tags", op: "contains", value: "vip" }], not: true },
  });
  expect(read('traits.plan != "pro"')).toMatchObject({ rules: { all: [{ op: "exists" }, { op: "ne" }] } });
  // Without a plan the expression is false, and the rule “is not” would be true.
  expect(read('!(traits.plan == "pro")')).toHaveProperty("reason");
  expect(read("traits.plan ==")).toHaveProperty("reason");
});

test("what expressions cannot say has a reason", () => {
  const reason = (rule: Rule) => (rulesToCel(rule) as { reason: string }).reason;
  expect(reason({ event: "order.placed" })).toContain("count past events");
  expect(reason({ field: "traits.renews", op: "within_next", value: "7d" })).toContain("within_next");
  expect(reason({ field: "traits.my name", op: "exists" })).toContain("traits.my name");
});
