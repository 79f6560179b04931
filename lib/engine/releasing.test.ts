import { describe, expect, test } from "vitest";
import {
  chain,
  countsOf,
  EXIT_STEP,
  email,
  HOUR,
  idOf,
  run,
  START,
  START_STEP,
  sketch,
  wait,
} from "./testing/build.ts";

const journey = () =>
  sketch({
    steps: { start: START_STEP, pause: wait("10d"), mail: email, later: wait("5d"), exit: EXIT_STEP },
    links: chain("start", "pause", "mail", "later", "exit"),
  });

/** A person who waits at the first wait, and what somebody may do about it. */
function waiting() {
  const simulation = run(journey());
  simulation.track("p", "in");
  simulation.runTo(START + HOUR);
  const [enrollment] = simulation.report.enrollments;
  if (enrollment === undefined) throw new Error("nobody entered");
  const { enrollmentId } = enrollment;
  const release = (action: "exit" | "skip" | "move", rest: { toNodeId?: string; visit?: number } = {}) =>
    simulation.send("p", { kind: "release", enrollmentId, nodeId: idOf("pause"), visit: 2, action, ...rest });
  const standsOn = () => simulation.view("p").enrollments[0]?.nodeId;
  return { simulation, enrollment, release, standsOn };
}

describe("ending a wait by hand", () => {
  test("R36 skip takes the default exit, and what comes next happens", () => {
    const { simulation, enrollment, release } = waiting();
    release("skip");
    expect(simulation.report.deliveries).toHaveLength(1);
    expect(enrollment.hops.find(({ cause }) => cause === "release")).toMatchObject({ receipt: { skipped: true } });
    expect(countsOf(simulation, "pause")).toEqual({ entered: 1, advanced: 1, exited: 0, failed: 0 });
    expect(countsOf(simulation, "later")).toEqual({ entered: 1, advanced: 0, exited: 0, failed: 0 });
  });

  test("R36 a move runs the other step and leaves the ones between out", () => {
    const { simulation, enrollment, release, standsOn } = waiting();
    release("move", { toNodeId: idOf("later") });
    expect(simulation.report.deliveries).toEqual([]);
    expect(standsOn()).toBe(idOf("later"));
    expect(countsOf(simulation, "pause")).toEqual({ entered: 1, advanced: 1, exited: 0, failed: 0 });
    simulation.runTo(START + 6 * 24 * HOUR);
    expect(enrollment.status).toBe("completed");
  });

  test("R36 an exit ends the enrollment at the step", () => {
    const { simulation, enrollment, release } = waiting();
    release("exit");
    expect(enrollment).toMatchObject({ status: "stopped", exitReason: "stopped" });
    expect(countsOf(simulation, "pause")).toEqual({ entered: 1, advanced: 0, exited: 1, failed: 0 });
  });

  test("who has left the visit since, and a destination that the version lacks, change nothing", () => {
    const { simulation, enrollment, release, standsOn } = waiting();
    release("exit", { visit: 1 });
    release("move", { toNodeId: "00000000-0000-7000-8000-000000000000" });
    release("move");
    expect(standsOn()).toBe(idOf("pause"));
    expect(enrollment.status).toBe("active");
    release("skip");
    release("exit");
    expect([enrollment.status, standsOn()]).toEqual(["active", idOf("later")]);
    expect(countsOf(simulation, "pause")).toEqual({ entered: 1, advanced: 1, exited: 0, failed: 0 });
  });

  test("R32 during a hold the person keeps the place until the hold ends", () => {
    const { simulation, release, standsOn } = waiting();
    simulation.pause("hold");
    release("skip");
    expect(standsOn()).toBe(idOf("pause"));
    simulation.resume();
    expect(standsOn()).toBe(idOf("later"));
    expect(countsOf(simulation, "pause")).toEqual({ entered: 1, advanced: 1, exited: 0, failed: 0 });
  });
});
