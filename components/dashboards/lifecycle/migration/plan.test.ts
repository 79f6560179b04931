import { describe, expect, it } from "vitest";
import type { PreviewStep } from "#data";
import { allOf, consequence, firstPlan, headCount, leftBehind, migrationOf, PlanValues, paceOf } from "./plan.ts";

const step = (over: Partial<PreviewStep>): PreviewStep => ({
  versionId: "v1",
  versionNumber: 1,
  nodeId: "a",
  name: "wait",
  label: "Wait",
  type: "WAIT",
  people: 10,
  held: 0,
  change: "changed",
  action: "stay",
  toNodeId: "a",
  timers: "keep",
  dueAtOnce: 0,
  ...over,
});
const steps = [step({}), step({ nodeId: "b", people: 5, change: "removed", toNodeId: null })];

describe("the plan of a publish", () => {
  it("leaves everybody where they are unless told otherwise, and then sends nothing", () => {
    expect(migrationOf(firstPlan(steps))).toBeNull();
  });

  it("moves all whose step has a counterpart, and lets the others stay", () => {
    const plan = firstPlan(steps);
    const moved = { ...plan, steps: allOf("move", plan, steps) };
    expect(migrationOf(moved)).toEqual({
      steps: [{ versionId: "v1", nodeId: "a", action: "move", toNodeId: "a" }],
    });
    expect(allOf("stay", moved, steps).map(({ action }) => action)).toEqual(["stay", "stay"]);
  });

  it("S25: leaves the timers to what changed unless they are chosen", () => {
    const plan = { ...firstPlan(steps), steps: allOf("move", firstPlan(steps), steps) };
    expect(migrationOf(plan)).not.toHaveProperty("timers");
    expect(migrationOf({ ...plan, timers: "keep" })).toMatchObject({ timers: "keep" });
  });

  it("S25: says in numbers who is left behind when all are to move", () => {
    const plan = { ...firstPlan(steps), steps: allOf("move", firstPlan(steps), steps) };
    expect(leftBehind(plan, steps, 2)).toBe(
      "5 people at “wait” stay behind: nothing that followed is part of version 2. Choose where they go, or let them stay.",
    );
    const followed = steps.map((entry) => ({ ...entry, toNodeId: "a" }));
    const whole = { ...firstPlan(followed), steps: allOf("move", firstPlan(followed), followed) };
    expect([headCount(whole, followed).stay, leftBehind(whole, followed, 2)]).toEqual([0, null]);
    expect(leftBehind(firstPlan(steps), steps, 2)).toBeNull();
  });

  it("sends the rate only when one is given", () => {
    const plan = { ...firstPlan(steps), perMinute: "50", timers: "recompute" as const };
    plan.steps = plan.steps.map((entry) => ({ ...entry, action: "exit" as const }));
    expect(migrationOf(plan)).toMatchObject({ timers: "recompute", perMinute: 50 });
    expect(migrationOf({ ...plan, perMinute: "" })).not.toHaveProperty("perMinute");
  });

  it("asks for the step people move to, at that field", () => {
    const plan = firstPlan(steps);
    plan.steps[1] = { versionId: "v1", nodeId: "b", action: "move", toNodeId: "" };
    const issues = PlanValues.safeParse(plan).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join("."))).toEqual(["steps.1.toNodeId"]);
    expect(PlanValues.safeParse({ ...firstPlan(steps), perMinute: "fast" }).error?.issues[0]?.path).toEqual([
      "perMinute",
    ]);
  });
});

describe("what the plan says", () => {
  it("counts who moves, leaves and stays", () => {
    const plan = firstPlan(steps);
    plan.steps = plan.steps.map((entry, index) => ({ ...entry, action: index === 0 ? "move" : "exit" }));
    const count = headCount(plan, [step({ dueAtOnce: 3 }), ...steps.slice(1)]);
    expect(count).toEqual({ stay: 0, move: 10, exit: 5, dueAtOnce: 3 });
    expect(consequence(count, 2)).toBe(
      "10 people move to version 2 and 5 people leave the journey; people who enter from now on get version 2.",
    );
  });

  it("speaks of one person in the singular, and of nobody at all", () => {
    const nobody = { stay: 0, move: 0, exit: 0, dueAtOnce: 0 };
    expect(consequence({ ...nobody, stay: 1 }, 4)).toContain("1 person stays on the version they entered");
    expect(consequence(nobody, 4)).toContain("Nobody is inside");
  });

  it("says who goes on with the move, and how long moving takes at a rate", () => {
    const count = { stay: 0, move: 20, exit: 5, dueAtOnce: 3 };
    expect(paceOf({ ...count, dueAtOnce: 0 }, "")).toBeNull();
    expect(paceOf(count, "")).toBe("For 3 people the wait ends with the move: they continue at once.");
    expect(paceOf(count, "10")).toContain("the last one moves after 3 minutes");
    expect(paceOf(count, "1000")).not.toContain("minute");
  });
});
