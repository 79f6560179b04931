import { describe, expect, test } from "vitest";
import {
  chain,
  DAY,
  EXIT_STEP,
  HOUR,
  MINUTE,
  paths,
  run,
  SECOND,
  START,
  START_STEP,
  sketch,
  wait,
} from "./testing/build.ts";

describe("waiting", () => {
  test("a wait of seconds holds for exactly as long", () => {
    const journey = sketch({
      steps: { start: START_STEP, w: wait("10s"), exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    simulation.runTo(START + 10 * SECOND);
    expect(paths(simulation, journey)).toEqual([
      [
        ["start", 0],
        ["w", 0],
      ],
    ]);
    simulation.runTo(START + 11 * SECOND);
    expect(paths(simulation, journey)).toEqual([
      [
        ["start", 0],
        ["w", 0],
        ["exit", 10 * SECOND],
      ],
    ]);
  });

  test("R23 a condition that time alone makes true wakes the person when an event leaves its window", () => {
    const config = { include: [{ event: "a", count: { lte: 0 }, within: "1h" }] };
    const steps = { start: START_STEP, quiet: { type: "WAIT_FOR_CONDITION" as const, config }, exit: EXIT_STEP };
    const journey = sketch({ steps, links: chain("start", "quiet", "exit") });
    const simulation = run(journey);
    simulation.track("p", "a");
    simulation.runTo(START + MINUTE);
    simulation.track("p", "in");
    simulation.runTo(START + 2 * HOUR);
    const [[, , [node, at] = ["", 0]] = []] = paths(simulation, journey);
    expect(node).toBe("exit");
    expect(Math.abs(at - HOUR)).toBeLessThan(SECOND);
  });

  test("an expression that reads the clock is looked at again within five minutes", () => {
    const config = { expression: 'now > timestamp("2026-03-02T10:02:00Z")' };
    const steps = { start: START_STEP, until: { type: "WAIT_FOR_CONDITION" as const, config }, exit: EXIT_STEP };
    const journey = sketch({ steps, links: chain("start", "until", "exit") });
    const simulation = run(journey);
    simulation.track("p", "in");
    simulation.runTo(START + DAY);
    const at = paths(simulation, journey)[0]?.[2]?.[1] ?? 0;
    expect(at).toBeGreaterThan(HOUR + 2 * MINUTE);
    expect(at).toBeLessThan(HOUR + 7 * MINUTE + SECOND);
  });
});

describe("in-page content", () => {
  const modal = { type: "CONTENT" as const, config: { contentType: "modal" }, contentId: "tour" };
  const journey = sketch({
    steps: { start: START_STEP, modal, done: EXIT_STEP, no: EXIT_STEP, late: EXIT_STEP },
    links: [
      ...chain("start", "modal"),
      { from: "modal", to: "done", branch: "completed" },
      { from: "modal", to: "no", branch: "dismissed" },
      { from: "modal", to: "late", branch: "timeout" },
    ],
  });

  test("holds people until it is completed or dismissed", () => {
    const simulation = run(journey);
    simulation.track("p", "in");
    const request = simulation.report.deliveries[0]?.request;
    if (request === undefined) throw new Error("nothing was delivered");
    const { enrollmentId, nodeId, visit } = request;
    simulation.runTo(START + HOUR);
    simulation.send("p", { kind: "delivery", enrollmentId, nodeId, visit: visit + 1, outcome: "completed" });
    expect(paths(simulation, journey)[0]).toHaveLength(2);
    simulation.send("p", { kind: "delivery", enrollmentId, nodeId, visit, outcome: "dismissed" });
    expect(paths(simulation, journey)[0]?.[2]).toEqual(["no", HOUR]);
  });

  test("times out after thirty days unless the node says otherwise", () => {
    const simulation = run(journey);
    simulation.track("p", "in");
    simulation.runTo(START + 31 * DAY);
    expect(paths(simulation, journey)[0]?.[2]).toEqual(["late", 30 * DAY]);
  });
});
