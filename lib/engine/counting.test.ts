import { expect, test } from "vitest";
import { chain, countsOf, EXIT_STEP, run, START_STEP, sketch, wait } from "./testing/build.ts";

const failing = {
  type: "ACTION" as const,
  config: { operations: [{ type: "set_attribute", attribute: "n", expression: "traits.missing + 1" }] },
};
const journey = sketch({
  steps: { start: START_STEP, w: wait("1h"), act: failing, exit: EXIT_STEP },
  links: chain("start", "w", "act", "exit"),
});

test("R36 a visit ends as advanced, exited or failed", () => {
  const simulation = run(journey);
  simulation.track("p", "in");
  simulation.track("q", "in");
  simulation.stop("q");
  simulation.runTo(
    simulation.report.enrollments[0] === undefined ? 0 : simulation.report.enrollments[0].enrolledAt + 7_200_000,
  );
  expect(countsOf(simulation, "start")).toEqual({ entered: 2, advanced: 2, exited: 0, failed: 0 });
  expect(countsOf(simulation, "w")).toEqual({ entered: 2, advanced: 1, exited: 1, failed: 0 });
  expect(countsOf(simulation, "act")).toEqual({ entered: 1, advanced: 0, exited: 0, failed: 1 });
  expect(countsOf(simulation, "edge 0")).toMatchObject({ advanced: 2 });
  expect(countsOf(simulation, "edge 1")).toMatchObject({ advanced: 1 });
});
