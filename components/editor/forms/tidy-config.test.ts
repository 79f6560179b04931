import { expect, test } from "vitest";
import { joinParts, partsOf } from "./duration-parts.ts";
import { tidyConfig } from "./tidy-config.ts";

test("a simple duration is a number and a unit, a compound one stays text", () => {
  expect(partsOf("3d")).toEqual({ amount: "3", unit: "d" });
  expect(partsOf(45)).toEqual({ amount: "45", unit: "m" });
  expect(partsOf({ duration: 2, unit: "weeks" })).toEqual({ amount: "2", unit: "w" });
  expect(partsOf("1d2h")).toBeNull();
  expect(partsOf("soon")).toBeNull();
  expect(joinParts({ amount: "", unit: "d" })).toBeUndefined();
});

test("what was left empty is not in the document", () => {
  const config = {
    filter: { plan: "", seats: null },
    a: "",
    b: undefined,
    c: null,
    d: { e: "", f: 0 },
    g: [{ h: "" }, { i: false }],
    j: Number.NaN,
  };
  expect(tidyConfig(config)).toEqual({ filter: { plan: "", seats: null }, d: { f: 0 }, g: [{}, { i: false }] });
});
