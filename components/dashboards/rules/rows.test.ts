import { describe, expect, it } from "vitest";
import { fromRules, isComplete, type RuleRows, toRules } from "./rows.ts";

const everyKind: RuleRows = {
  join: "any",
  rows: [
    { kind: "trait", name: "plan", op: "eq", value: "pro" },
    { kind: "trait", name: "seats", op: "gte", value: "5" },
    { kind: "trait", name: "city", op: "in", value: "Bern, Basel" },
    { kind: "trait", name: "phone", op: "exists", value: "" },
    { kind: "trait", name: "renews", op: "within_next", value: "7d" },
    { kind: "trait", name: "renews", op: "before", value: "-30d" },
    { kind: "trait", name: "birthday", op: "anniversary_today", value: "" },
    { kind: "tag", has: false, value: "vip" },
    { kind: "stage", op: "ne", value: "lead" },
    { kind: "event", name: "app.ordered", op: "gte", count: 2, days: 30 },
    { kind: "event", name: "app.visited", op: "eq", count: 0, days: null },
    { kind: "segment", inside: false, id: "beta" },
  ],
};

describe("rows and rules", () => {
  it("come back the same", () => {
    expect(fromRules(toRules(everyKind))).toEqual(everyKind);
  });

  it("write numbers as numbers and lists as lists", () => {
    expect(toRules({ join: "all", rows: everyKind.rows.slice(1, 3) })).toEqual({
      all: [
        { field: "traits.seats", op: "gte", value: 5 },
        { field: "traits.city", op: "in", value: ["Bern", "Basel"] },
      ],
    });
  });

  it("read fields written with the person in front", () => {
    expect(fromRules({ all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] })?.rows[0]).toMatchObject({
      kind: "trait",
      name: "plan",
    });
  });

  it("refuse what rows would lose", () => {
    expect(fromRules({ all: [], any: [] })).toBeNull();
    expect(fromRules({ all: [{ any: [{ field: "tags", op: "contains", value: "a" }] }] })).toBeNull();
    expect(fromRules({ all: [{ event: "x", filter: { a: 1 } }] })).toBeNull();
    expect(fromRules({ all: [{ event: "x", within: "36h" }] })).toBeNull();
    expect(fromRules({ all: [{ field: "event.properties.amount", op: "gt", value: 1 }] })).toBeNull();
    expect(fromRules("nonsense")).toBeNull();
  });
});

it("knows an unfinished row", () => {
  expect(isComplete({ kind: "trait", name: "plan", op: "eq", value: " " })).toBe(false);
  expect(isComplete({ kind: "trait", name: "plan", op: "exists", value: "" })).toBe(true);
  expect(isComplete({ kind: "event", name: "x", op: "gte", count: Number.NaN, days: null })).toBe(false);
});
