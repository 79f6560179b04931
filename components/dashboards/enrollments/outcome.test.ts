import { expect, it } from "vitest";
import { outcomeLines } from "./outcome.ts";

it("groups outcomes by what they mean, the largest first", () => {
  expect(outcomeLines(["already_in", "ACTIVE", "active", "ACTIVE"])).toEqual([
    { words: "entered", count: 3 },
    { words: "already in this journey", count: 1 },
  ]);
});

it("prints a reason it does not know", () => {
  expect(outcomeLines(["out_of_range"])).toEqual([{ words: "out of range", count: 1 }]);
});
