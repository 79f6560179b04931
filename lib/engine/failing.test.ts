import { expect, test } from "vitest";
import { chain, EXIT_STEP, email, paths, run, START_STEP, sketch, wait } from "./testing/build.ts";

const bad = {
  type: "ACTION" as const,
  config: {
    operations: [
      { type: "tag_user", tagName: "hot" },
      { type: "set_attribute", attribute: "n", expression: "traits.missing + 1" },
    ],
  },
};

test("a value that cannot be computed fails the step: hops before it stay, its own effects do not", () => {
  const journey = sketch({
    steps: { start: START_STEP, mail: email, act: bad, exit: EXIT_STEP },
    links: chain("start", "mail", "act", "exit"),
  });
  const simulation = run(journey);
  simulation.track("p", "in");
  const { enrollments, deliveries, changes } = simulation.report;
  expect(enrollments[0]).toMatchObject({ status: "failed", exitReason: "step_failed" });
  expect(paths(simulation, journey)[0]?.map(([node]) => node)).toEqual(["start", "mail", "act"]);
  expect(deliveries).toHaveLength(1);
  expect(changes).toEqual([]);
});

test("five hundred nodes in a row are no loop", () => {
  const names = Array.from({ length: 500 }, (_, index) => `c${index}`);
  const pass = { type: "ACTION" as const, config: { operations: [{ type: "none" }] } };
  const steps = { start: START_STEP, ...Object.fromEntries(names.map((name) => [name, pass])), exit: EXIT_STEP };
  const journey = sketch({ steps, links: chain("start", ...names, "exit") });
  const simulation = run(journey);
  simulation.track("p", "in");
  expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed", exitReason: "finished" });
});

test("R22 the receipt names the loop", () => {
  const pass = { type: "ACTION" as const, config: { operations: [{ type: "none" }] } };
  const journey = sketch({
    steps: { start: START_STEP, a: pass, b: wait("0s") },
    links: [...chain("start", "a", "b"), { from: "b", to: "a" }],
  });
  const simulation = run(journey);
  simulation.track("p", "in");
  expect(simulation.report.enrollments[0]?.hops.at(-1)).toMatchObject({
    cause: "loop",
    receipt: { loop: ["a", "b", "a"] },
  });
});

test("R22 a chain of effects past sixteen triggers nothing more and raises an alert", () => {
  const emit = { type: "ACTION" as const, config: { operations: [{ type: "emit_event", eventName: "in" }] } };
  const journey = sketch({
    steps: { start: START_STEP, emit, exit: EXIT_STEP },
    links: chain("start", "emit", "exit"),
    settings: { reEntry: "every" },
  });
  const simulation = run(journey);
  simulation.track("p", "in");
  expect(simulation.report.enrollments).toHaveLength(17);
  expect(simulation.report.alerts).toMatchObject([{ code: "depth_limit" }]);
});
