import { describe, expect, test } from "vitest";
import {
  chain,
  countsOf,
  EXIT_STEP,
  email,
  HOUR,
  MINUTE,
  run,
  START,
  START_STEP,
  sketch,
  wait,
} from "./testing/build.ts";

/** An operation that fails until the person has the trait `n`. */
const adding = {
  type: "ACTION" as const,
  config: {
    operations: [
      { type: "tag_user", tagName: "hot" },
      { type: "set_attribute", attribute: "sum", expression: "traits.n + 1" },
    ],
  },
};
const journey = (settings: Record<string, unknown> = {}) =>
  sketch({
    steps: { start: START_STEP, first: email, act: adding, second: email, exit: EXIT_STEP },
    links: chain("start", "first", "act", "second", "exit"),
    settings,
  });

function failed(settings: Record<string, unknown> = {}) {
  const simulation = run(journey(settings));
  simulation.track("p", "in");
  const [enrollment] = simulation.report.enrollments;
  if (enrollment === undefined) throw new Error("nobody entered");
  expect(enrollment).toMatchObject({ status: "failed", exitReason: "step_failed" });
  simulation.runTo(START + HOUR);
  const { enrollmentId } = enrollment;
  return {
    simulation,
    enrollment,
    retry: (skip?: true) => simulation.send("p", { kind: "retry", enrollmentId, ...(skip ? { skip } : {}) }),
  };
}

describe("retrying", () => {
  test("R36 a retry runs the failed node again in a new visit, and nothing before it", () => {
    const { simulation, enrollment, retry } = failed();
    simulation.change("p", { traits: { n: 1 } });
    retry();
    expect(enrollment).toMatchObject({ status: "completed", endedAt: START + HOUR });
    expect(simulation.report.enrollments).toHaveLength(1);
    expect(simulation.report.deliveries.map(({ request }) => request.visit)).toEqual([2, 5]);
    expect(simulation.report.changes.at(-1)?.patch).toMatchObject({ traits: { sum: 2 } });
    expect(countsOf(simulation, "act")).toEqual({ entered: 2, advanced: 1, exited: 0, failed: 1 });
  });

  test("R36 what fails again is failed again, and may be retried again", () => {
    const { simulation, enrollment, retry } = failed();
    retry();
    expect(enrollment).toMatchObject({ status: "failed" });
    expect(simulation.report.changes).toEqual([]);
    simulation.change("p", { traits: { n: 1 } });
    retry();
    expect(enrollment.status).toBe("completed");
    expect(countsOf(simulation, "act")).toEqual({ entered: 3, advanced: 1, exited: 0, failed: 2 });
  });

  test("R36 skip takes the node's default exit and does nothing of it", () => {
    const { simulation, enrollment, retry } = failed();
    retry(true);
    expect(enrollment.status).toBe("completed");
    expect(simulation.report.changes).toEqual([]);
    expect(enrollment.hops.at(-2)).toMatchObject({ cause: "retry", receipt: { skipped: true } });
    expect(countsOf(simulation, "act")).toEqual({ entered: 2, advanced: 1, exited: 0, failed: 1 });
  });

  test("a retry and its failure may come in one batch", () => {
    const simulation = run(journey(), { batching: "instant" });
    simulation.stopEngine();
    simulation.track("p", "in");
    simulation.startEngine();
    simulation.runTo(START + MINUTE);
    const [enrollment] = simulation.report.enrollments;
    const { enrollmentId = "" } = enrollment ?? {};
    simulation.send("p", { kind: "retry", enrollmentId });
    simulation.change("p", { traits: { n: 1 } });
    simulation.send("p", { kind: "retry", enrollmentId });
    simulation.runTo(START + 2 * MINUTE);
    expect(enrollment).toMatchObject({ status: "completed", endedAt: START + MINUTE });
    expect(countsOf(simulation, "act")).toEqual({ entered: 3, advanced: 1, exited: 0, failed: 2 });
  });

  test("while another enrollment of the same journey runs, nothing is done and the receipt says so", () => {
    const { simulation, enrollment, retry } = failed({ reEntry: "restart" });
    simulation.pause("hold");
    retry();
    expect(enrollment.status).toBe("active");
    simulation.resume();
    expect(enrollment.status).toBe("failed");
    const waiting = sketch({
      steps: { start: START_STEP, act: adding, w: wait("1d"), exit: EXIT_STEP },
      links: chain("start", "act", "w", "exit"),
      settings: { reEntry: "after_exit" },
    });
    const again = run(waiting);
    again.track("p", "in");
    again.change("p", { traits: { n: 1 } });
    again.track("p", "in");
    const [first, second] = again.report.enrollments;
    expect([first?.status, second?.status]).toEqual(["failed", "active"]);
    again.send("p", { kind: "retry", enrollmentId: first?.enrollmentId ?? "" });
    expect(first?.status).toBe("failed");
    expect(first?.hops.at(-1)).toMatchObject({
      cause: "retry",
      receipt: { refused: "already_in", runs: second?.enrollmentId },
    });
  });

  test("R31 what an archive has met is not retried", () => {
    const { simulation, enrollment, retry } = failed();
    simulation.archive();
    simulation.restore();
    simulation.publish();
    retry();
    expect(enrollment.status).toBe("failed");
    expect(enrollment.hops.at(-1)?.receipt).toEqual({ refused: "journey_archived" });
  });

  test("a running or finished enrollment cannot be retried", () => {
    const simulation = run(
      sketch({ steps: { start: START_STEP, w: wait("1h"), exit: EXIT_STEP }, links: chain("start", "w", "exit") }),
    );
    simulation.track("p", "in");
    const [enrollment] = simulation.report.enrollments;
    simulation.send("p", { kind: "retry", enrollmentId: enrollment?.enrollmentId ?? "" });
    simulation.runTo(START + 2 * HOUR);
    simulation.send("p", { kind: "retry", enrollmentId: enrollment?.enrollmentId ?? "" });
    expect(enrollment?.hops.map((hop) => hop.cause)).toEqual(["start", "immediate", "timer"]);
    expect(enrollment?.status).toBe("completed");
  });

  test("limits that are over end the enrollment before the node runs", () => {
    const { simulation, enrollment, retry } = failed({ maxDuration: "30m" });
    simulation.change("p", { traits: { n: 1 } });
    retry();
    expect(enrollment).toMatchObject({ status: "stopped", exitReason: "max_duration" });
    expect(simulation.report.deliveries).toHaveLength(1);
  });

  test("R22 a loop is met again, and skipping the node that closes it leads round once more", () => {
    const pass = { type: "ACTION" as const, config: { operations: [{ type: "none" }] } };
    const simulation = run(
      sketch({
        steps: { start: START_STEP, a: pass, b: pass },
        links: [...chain("start", "a", "b"), { from: "b", to: "a" }],
      }),
    );
    simulation.track("p", "in");
    const [enrollment] = simulation.report.enrollments;
    const { enrollmentId = "" } = enrollment ?? {};
    simulation.send("p", { kind: "retry", enrollmentId });
    expect(enrollment).toMatchObject({ status: "failed", exitReason: "loop" });
    const counts = [countsOf(simulation, "a"), countsOf(simulation, "b")];
    for (const { entered, advanced, exited, failed: lost } of counts) expect(entered).toBe(advanced + exited + lost);
  });
});
