import { expect, test } from "vitest";
import { Rule, RuleGroup } from "#journey";
import { emptyRule, isFinished, kindOf, readGroup, readTag, unfinished, writeGroup, writeTag } from "./model.ts";

const plan = { field: "person.traits.plan", op: "eq", value: "pro" } as const;

test("every kind of rule finds its row", () => {
  expect([plan, { event: "order.placed" }, { segment: "vip" }, { any: [plan] }, {}, null].map(kindOf)).toEqual([
    "field",
    "event",
    "segment",
    "group",
    "field",
    "field",
  ]);
});

test("a group is read and written without loss", () => {
  for (const group of [{ all: [plan] }, { any: [plan], not: true }, { all: [] }])
    expect(writeGroup(readGroup(group))).toEqual(group);
});

test("all and any together become all, with any inside", () => {
  const both = { all: [plan], any: [{ segment: "vip" }] };
  const written = writeGroup(readGroup(both));
  expect(written).toEqual({ all: [plan, { any: [{ segment: "vip" }] }] });
  expect(RuleGroup.safeParse(written).success).toBe(true);
});

test("a fresh rule is unfinished until it is filled in", () => {
  expect((["field", "event", "segment"] as const).map((kind) => unfinished(emptyRule(kind)) !== null)).toEqual([
    true,
    true,
    true,
  ]);
  expect(unfinished(plan)).toBeNull();
  expect(unfinished({ field: "tags", op: "exists" })).toBeNull();
  expect(unfinished({ field: "traits.birthday", op: "anniversary_today" })).toBeNull();
  expect(unfinished({ field: "traits.renews", op: "before", value: "tomorrow" })).toContain("is not a date");
  expect(Rule.safeParse(plan).success).toBe(true);
});

test("a tag that somebody has or has not is one row, and other groups stay groups", () => {
  const not = writeTag({ has: false, tag: "vip" });
  expect(not).toEqual({ all: [{ field: "tags", op: "contains", value: "vip" }], not: true });
  expect(readTag(not)).toEqual({ has: false, tag: "vip" });
  expect([not, { all: [not], not: true }, { field: "stage", op: "ne", value: "a" }].map(kindOf)).toEqual([
    "tag",
    "group",
    "stage",
  ]);
});

test("a group is finished when every rule in it is", () => {
  expect(isFinished({ all: [plan, { any: [plan] }] })).toBe(true);
  expect(isFinished({ all: [plan, { any: [emptyRule("tag")] }] })).toBe(false);
  expect(isFinished({ all: [] })).toBe(false);
});
