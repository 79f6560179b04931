import { describe, expect, test } from "vitest";
import { adviceOn } from "./answers.ts";
import { answerExpression, answerRule, expressionCases, ruleCases } from "./index.ts";

describe("expression cases", () => {
  test.each(expressionCases.map((one, index) => [`${index + 1}: ${one.expression}`, one] as const))("%s", (_, one) => {
    expect(one).toMatchObject(answerExpression(one));
  });
});

const advised = expressionCases.filter((one) => one.says !== undefined);
test.each(advised.map((one) => [one.expression, one] as const))("L8: what publishing says: %s", (expression, one) => {
  expect(adviceOn(expression)).toEqual(one.says);
});

describe("rule cases", () => {
  test.each(ruleCases.map((one, index) => [`${index + 1}: ${JSON.stringify(one.rule)}`, one] as const))(
    "%s",
    (_, one) => {
      expect(answerRule(one)).toBe(one.holds);
    },
  );
});
