import { expect, test } from "vitest";
import { findTemplates } from "./find-templates.ts";

const keys = (search: string) => findTemplates(search).map(({ key }) => key);

test("templates are found by name, category, what a step is called and the subject of a mail; every word counts", () => {
  expect(keys("webinar")).toEqual(["webinar"]);
  expect(keys("on the ENTERPRISE plan?")).toEqual(["renewal"]);
  expect(keys("plan ends tomorrow")).toEqual(["churn-save"]);
  expect(keys("retention").length).toBeGreaterThan(3);
  expect(keys("webinar birthday")).toEqual([]);
  expect(keys(" ")).toHaveLength(20);
});
