import { expect, test } from "vitest";
import type { JsonObject, Problem } from "#journey";
import { chain, EXIT_STEP, idOf, START_STEP, sketch } from "../testing/build.ts";
import { findProblems } from "./index.ts";

const NOTHING = { content: null, segments: null, events: null };
const goal = { type: "event" as const, config: { eventName: "bought" } };

function problemsOf(weights: readonly (number | null)[], config: JsonObject, hasGoal = true): Problem[] {
  const names = ["a", "b", "c"].slice(0, weights.length);
  const document = sketch({
    steps: {
      start: START_STEP,
      s: { type: "SPLIT", config },
      ...Object.fromEntries(names.map((name) => [name, EXIT_STEP])),
    },
    links: [
      ...chain("start", "s"),
      ...names.map((to, index) => ({ from: "s", to, label: to, weight: weights[index] ?? null })),
    ],
    ...(hasGoal ? { goal } : {}),
  });
  return findProblems(document, NOTHING);
}
const codes = (problems: readonly Problem[]) => problems.map(({ code, field }) => `${code} ${field}`);

test("shares in tenths that add up are right, with a holdout and learning too", () => {
  expect(problemsOf([33.3, 33.3, 33.4], { holdout: "a", allocation: "thompson", sticky: "person" })).toEqual([]);
  expect(problemsOf([0.1, 99.9], {})).toEqual([]);
  expect(problemsOf([null, null], { holdout: "s-to-b-2", minSample: 10, minShare: 2.5 })).toEqual([]);
});

test("a share with two decimals is wrong at its edge", () => {
  const [first, ...rest] = problemsOf([12.34, 87.66], {});
  expect(first).toMatchObject({ code: "bad_weights", severity: "error", nodeId: idOf("s"), edgeId: idOf("edge 1") });
  expect(first?.message).toContain("s-to-a-1");
  expect(rest).toHaveLength(1);
});

test("a path without a share beside others that have one is never taken", () => {
  expect(problemsOf([60, 40, null], {})).toMatchObject([
    { code: "never_taken", severity: "warning", edgeId: idOf("edge 3") },
  ]);
});

test("a holdout that names no path is wrong at its field", () => {
  expect(codes(problemsOf([50, 50], { holdout: "control" }))).toEqual(["bad_config config.holdout"]);
});

test("learning needs a goal, two paths beside the holdout, and room for their least shares", () => {
  expect(codes(problemsOf([50, 50], { allocation: "thompson" }, false))).toEqual(["missing_config config.allocation"]);
  expect(codes(problemsOf([50, 50], { allocation: "thompson", holdout: "a" }))).toEqual([
    "bad_config config.allocation",
  ]);
  expect(codes(problemsOf([40, 30, 30], { allocation: "thompson", holdout: "a", minShare: 35 }))).toEqual([
    "bad_config config.minShare",
  ]);
  expect(codes(problemsOf([50, 50], { allocation: "thompson", minShare: 2.55, minSample: 0 }))).toEqual([
    "bad_config config.minSample",
    "bad_config config.minShare",
  ]);
});
