import { expect, test } from "vitest";
import { nodeKinds } from "./nodes/index.ts";
import { sayRules } from "./rule-words.ts";

test("rules read as one line: what is compared, with what, how often", () => {
  const plan = { field: "person.traits.plan", op: "eq", value: "pro" };
  const seats = { field: "traits.seats", op: "gt", value: 5 };
  const bought = { event: "bought", count: { gte: 2 }, within: "7d" };
  expect(sayRules({ all: [plan] })).toBe("plan is pro");
  expect(sayRules({ all: [plan, seats] })).toBe("plan is pro and seats is more than 5");
  expect(sayRules({ any: [bought, { segment: "vip", not: true }] })).toBe(
    "did bought at least 2 times in 7d or not in segment vip",
  );
  expect(sayRules({ all: [plan], any: [seats, bought] })).toBe(
    "plan is pro and (seats is more than 5 or did bought at least 2 times in 7d)",
  );
  expect(sayRules({ not: true, all: [{ field: "tags", op: "in", value: ["a", "b"] }] })).toBe(
    "not (tags is one of a, b)",
  );
  expect(sayRules({ all: [{ field: "email", op: "exists", value: false }] })).toBe("email is not known");
});

test("a step that asks for rules says them on its card, and asks for them while there are none", () => {
  const rules = { all: [{ field: "traits.plan", op: "ne", value: "free" }] };
  expect(nodeKinds.CONDITION.summary({ rules })).toBe("If plan is not free");
  expect(nodeKinds.CONDITION.summary({ rules: { all: [] } })).toBe("Choose a condition");
  expect(nodeKinds.WAIT_FOR_CONDITION.summary({ include: rules.all, timeout: "2d" })).toBe(
    "Until plan is not free, 2d at most",
  );
  expect(nodeKinds.WAIT_FOR_CONDITION.summary({ exclude: rules.all })).toBe("Until not (plan is not free)");
});
