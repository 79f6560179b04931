import { expect, test } from "vitest";
import { answerTemplate, templateCases } from "./index.ts";

test.each(templateCases.map((one) => [one.template, one] as const))("%s", async (_, one) => {
  expect(await answerTemplate(one)).toBe(one.is);
});
