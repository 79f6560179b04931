import { expect, it } from "vitest";
import { isStorable } from "./storable.ts";

const nested = (levels: number): unknown => (levels === 0 ? "x" : [nested(levels - 1)]);

it("takes what JSON can hold, and nothing else, at any depth", () => {
  const fine = { a: [1, "ü 😀", null, true, { b: undefined }], at: new Date(0) };
  expect([fine, nested(64)].map((value) => isStorable(value))).toEqual([true, true]);
  const faulty = ["a\u0000", "\ud83d", { "\u0000": 1 }, { a: [{ b: Number.POSITIVE_INFINITY }] }, nested(65)];
  expect([...faulty, JSON.parse('{"__proto__":1}')].map((value) => isStorable(value))).toEqual(Array(6).fill(false));
});
