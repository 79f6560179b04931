import { expect, test } from "vitest";
import { findExpressionProblems } from "../problems/expressions.ts";
import { parseExpression } from "./index.ts";

const problems = (expression: string) =>
  findExpressionProblems({ expression }, { field: "config", hasEvent: false }, "The step");

test.each(["PST", "IST", "+2", "Mars/Olympus"])(
  "L2: an expression that asks for the clock of “%s” is not published",
  (zone) => {
    expect(problems(`now.getHours("${zone}") < 9`)).toMatchObject([
      { code: "bad_expression", field: "config.expression", message: expect.stringContaining(`“${zone}”`) },
    ]);
    // A frozen version with such a zone continues to run.
    expect(parseExpression(`now.getHours("${zone}") < 9`)).not.toHaveProperty("error");
  },
);

test("L2: one that asks for the clock of a known zone, or of somebody's trait, is", () => {
  expect(
    problems('now.getHours("Asia/Tokyo") < 9 && now.getDayOfWeek("Etc/GMT+5") == 1 && now.getDate("+02:00") == 1'),
  ).toEqual([]);
  expect(problems("now.getHours(traits.timezone) < 9")).toEqual([]);
});
