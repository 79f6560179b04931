import { describe, expect, it } from "vitest";
import { RuleGroup } from "./rules.ts";

const field = { field: "traits.plan", op: "eq", value: "pro" };
const messages = (input: unknown) => RuleGroup.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

function nested(depth: number): unknown {
  let group: unknown = { all: [field] };
  for (let level = 1; level < depth; level++) group = { all: [group] };
  return group;
}

const groups = (count: number, rule: unknown) => ({
  any: Array.from({ length: Math.ceil(count / 100) }, () => ({ all: Array.from({ length: 100 }, () => rule) })),
});

describe("T1: a tree of rules", () => {
  it("T1: may be as large as anybody needs", () => {
    expect(messages(nested(20))).toEqual([]);
    expect(messages(groups(900, field))).toEqual([]);
    expect(messages({ any: Array.from({ length: 50 }, () => ({ ...field, op: "matches" })) })).toEqual([]);
  });

  it("T1: is refused when it is nested too deeply, even without end", () => {
    expect(messages(nested(21))).toEqual(["is nested deeper than 20 levels"]);
    expect(messages(nested(100_000))).toEqual(["is nested deeper than 20 levels"]);
  });

  it("T1: is refused with too many rules or regular expressions", () => {
    expect(messages(groups(1_100, field))).toEqual(["has more than 1000 rules"]);
    expect(messages(groups(100, { ...field, op: "matches" }))).toEqual(["has more than 50 regular expressions"]);
  });
});
