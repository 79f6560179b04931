import { expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

it("goes to a path of this site", () => {
  expect(safeNext("/people?search=ada")).toBe("/people?search=ada");
});

it("never leaves for another host", () => {
  expect(safeNext("//evil.example")).toBe("/journeys");
  expect(safeNext("https://evil.example")).toBe("/journeys");
  expect(safeNext("/\\evil.example")).toBe("/journeys");
});

it("does not lead back to signing in", () => {
  expect(safeNext("/sign-in?next=/people")).toBe("/journeys");
  expect(safeNext(null)).toBe("/journeys");
});
