import { expect, it } from "vitest";
import { readTrait, traitChanges, traitText } from "./trait-value.ts";

it("reads numbers, truth values and JSON, and leaves text alone", () => {
  expect(readTrait("42")).toBe(42);
  expect(readTrait("true")).toBe(true);
  expect(readTrait('["a"]')).toEqual(["a"]);
  expect(readTrait("pro")).toBe("pro");
  expect(readTrait("2026-01-01")).toBe("2026-01-01");
  expect(readTrait("{broken")).toBe("{broken");
});

it("shows every value so that reading it gives the value back", () => {
  for (const value of [
    "pro",
    "42",
    "true",
    "2026-01-01",
    42,
    false,
    null,
    ["a", 1],
    { a: "b" },
    '"quoted"',
    "{broken",
  ]) {
    expect(readTrait(traitText(value))).toEqual(value);
  }
});

it("sends only what changed, and null for what is gone", () => {
  const before = { plan: "free", seats: 3, city: "Bern" };
  const rows = [
    { name: "plan", text: "pro" },
    { name: "seats", text: "3" },
    { name: " level ", text: "1" },
    { name: "", text: "x" },
  ];
  expect(traitChanges(before, rows)).toEqual({ plan: "pro", level: 1, city: null });
});
