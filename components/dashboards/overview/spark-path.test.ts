import { expect, test } from "vitest";
import { sparkPath } from "./spark-path.ts";

test("a spark line touches the top at its greatest count and the bottom at zero", () => {
  expect(sparkPath([0, 4, 2], 96, 24)).toEqual({ line: "M0 23L48 1L96 12", area: "M0 23L48 1L96 12V24H0Z" });
});

test("a journey that nobody entered has a flat line, and one without days none", () => {
  expect(sparkPath([0, 0], 10, 10).line).toBe("M0 9L10 9");
  expect(sparkPath([], 10, 10)).toEqual({ line: "", area: "" });
});
