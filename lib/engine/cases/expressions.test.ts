import { describe, expect, test } from "vitest";
import { answerExpression, answerRule, expressionCases, ruleCases } from "./index.ts";

describe("expression cases", () => {
  test.each(expressionCases.map((one, index) => [`${index + 1}: ${one.expression}`, one] as const))("%s", (_, one) => {
    expect(one).toMatchObject(answerExpression(one));
  });
});

describe("rule cases", () => {
  test.each(ruleCases.map((one, index) => [`${index + 1}: ${JSON.stringify(one.rule)}`, one] as const))(
    "%s",
    (_, one) => {
      expect(answerRule(one)).toBe(one.holds);
    },
  );
});
