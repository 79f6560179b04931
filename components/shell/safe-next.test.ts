import { expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

it("goes to a path of this site", () => {
  expect(safeNext("/people?search=ada#top")).toBe("/people?search=ada#top");
});

it.each([
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/people/..//evil.example",
  "javascript:alert(1)",
])("T11: never leaves for another host, here by %j", (next) => {
  expect(safeNext(next)).toBe("/journeys");
});

it("does not lead back to signing in, nor to the API", () => {
  expect(safeNext("/sign-in?next=/people")).toBe("/journeys");
  expect(safeNext("/people/../api/me")).toBe("/journeys");
  expect(safeNext(null)).toBe("/journeys");
});
