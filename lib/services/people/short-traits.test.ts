import { expect, it } from "vitest";
import { shortTraits } from "./short-traits.ts";

it("long texts, lists and objects are cut and end in …; everything else stays as it is", () => {
  const list = Array.from({ length: 1_000 }, (_, index) => index);
  const short = shortTraits({ plan: "pro", age: 7, none: null, tags: ["a"], note: "é".repeat(1_001), list });
  expect(short).toMatchObject({ plan: "pro", age: 7, none: null, tags: ["a"] });
  expect(short.note).toBe(`${"é".repeat(1_000)}…`);
  expect(String(short.list)).toHaveLength(1_001);
});

it("a text is not cut in the middle of a character", () => {
  const { note } = shortTraits({ note: `${"x".repeat(999)}😀😀` });
  expect(String(note).isWellFormed()).toBe(true);
});
