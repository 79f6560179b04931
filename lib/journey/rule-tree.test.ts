import { expect, it } from "vitest";
import { FILTER_KEYS, objectsIn } from "./rule-tree.ts";

const config = {
  rules: {
    all: [
      { event: "bought", filter: { event: "data" } },
      { any: [{ segment: "vip" }], not: true },
    ],
  },
  operations: [{ type: "track_event", properties: { total: { expression: "trigger.total" } } }],
};
const paths = (...args: Parameters<typeof objectsIn>) => [...objectsIn(...args)].map(({ path }) => path);

it("finds every object wherever it stands, outer ones first, and passes data over", () => {
  expect(paths(config, "config")).toEqual([
    "config",
    "config.rules",
    "config.rules.all.0",
    "config.rules.all.1",
    "config.rules.all.1.any.0",
    "config.operations.0",
  ]);
});

it("passes over only what it is told to", () => {
  const found = paths(config, "", FILTER_KEYS);
  expect(found).toContain("operations.0.properties.total");
  expect(found).not.toContain("rules.all.0.filter");
});

it("finds nothing in what is no object", () => {
  for (const value of [null, undefined, "text", 7, []]) expect(paths(value)).toEqual([]);
});
