import { expect, it } from "vitest";
import { readTyped, splitList, writeTyped } from "./typed-text.ts";

it("reads numbers, truth values and JSON, and leaves text alone", () => {
  const read = ["42", " -1.5 ", "true", "null", '["a"]', '"42"'].map(readTyped);
  expect(read).toEqual([42, -1.5, true, null, ["a"], "42"]);
  for (const text of ["pro", "2026-01-01", "{broken", "nullable", "", " spaced "]) expect(readTyped(text)).toBe(text);
});

it("leaves as text what a number would not give back", () => {
  for (const text of ["01234", "1234567890123456", "+41", "1e5", "-0x1"]) expect(readTyped(text)).toBe(text);
});

it("writes every value so that reading it gives the value back", () => {
  const values = [
    "pro",
    12,
    1.5,
    true,
    false,
    null,
    "12",
    "true",
    "null",
    "",
    " spaced ",
    ["a", 1],
    { a: 1 },
    '"quoted"',
    "[not json",
  ];
  for (const value of values) expect(readTyped(writeTyped(value))).toEqual(value);
  expect(writeTyped(undefined)).toBe("");
});

it("splits a list at commas and drops what is empty", () => {
  expect(splitList(" a, b c ,,d, ")).toEqual(["a", "b c", "d"]);
  expect(splitList("")).toEqual([]);
});
