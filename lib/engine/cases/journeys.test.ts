import { describe, expect, test } from "vitest";
import { blocksPublishing, findProblems } from "../problems/index.ts";
import { caseCatalog, caseDocument, compareCase, journeyCases, runCase } from "./index.ts";

const refused = journeyCases.filter((journeyCase) => journeyCase.expect.publish === "refused");
const runnable = journeyCases.filter((journeyCase) => journeyCase.expect.publish !== "refused");

describe("journey cases, signal by signal", () => {
  test.each(runnable)("$name", (journeyCase) => {
    expect(compareCase(journeyCase.expect, runCase(journeyCase, "signal"))).toEqual([]);
  });
});

describe("journey cases, everything that shares a time in one batch", () => {
  test.each(runnable)("$name", (journeyCase) => {
    expect(compareCase(journeyCase.expect, runCase(journeyCase, "instant"))).toEqual([]);
  });
});

describe("publishing", () => {
  test.each(refused)("$name", (journeyCase) => {
    const problems = findProblems(caseDocument(journeyCase), caseCatalog);
    const errors = problems.filter((problem) => problem.severity === "error");
    expect(errors.map((problem) => problem.code)).toEqual([journeyCase.expect.problem]);
  });

  test.each(runnable)("lets through: $name", (journeyCase) => {
    expect(blocksPublishing(findProblems(caseDocument(journeyCase), caseCatalog))).toBe(false);
  });

  test("there are 142 cases and 22 about dates, and none is left out", () => {
    expect(runnable.length + refused.length).toBe(164);
  });
});
