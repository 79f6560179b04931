import { expect, test } from "vitest";
import { mapOf, pairsOf } from "./pairs.ts";

test("a map becomes lines and back, and lines without a key are left out", () => {
  expect(mapOf(pairsOf({ plan: "pro", seats: 5 }))).toEqual({ plan: "pro", seats: 5 });
  expect(mapOf([{ key: " ", value: "x" }])).toBeUndefined();
  expect(
    mapOf([
      { key: "a ", value: "1" },
      { key: "", value: "" },
    ]),
  ).toEqual({ a: 1 });
});
