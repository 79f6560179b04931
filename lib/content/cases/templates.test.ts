import { expect, test } from "vitest";
import { answerTemplate, templateCases } from "./index.ts";

test.each(templateCases.map((one) => [one.template, one] as const))("%s", (_, one) => {
  expect(answerTemplate(one)).toBe(one.is);
});
