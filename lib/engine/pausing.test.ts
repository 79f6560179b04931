import { describe, expect, test } from "vitest";
import {
  chain,
  countsOf,
  DAY,
  EXIT_STEP,
  email,
  HOUR,
  paths,
  run,
  START,
  START_STEP,
  sketch,
  wait,
} from "./testing/build.ts";

const mailed = (settings: Record<string, unknown> = {}) =>
  sketch({
    steps: { start: START_STEP, w: wait("2h"), mail: email, v: wait("1h"), exit: EXIT_STEP },
    links: chain("start", "w", "mail", "v", "exit"),
    settings,
  });
const awaiting = sketch({
  steps: { start: START_STEP, w: { type: "WAIT_FOR_EVENT", config: { eventName: "out" } }, exit: EXIT_STEP },
  links: chain("start", "w", "exit"),
  settings: { exitConditions: [{ eventName: "refund" }] },
});

/** A simulation with one enrollment from the start, whose journey is paused an hour later. */
function paused(journey: ReturnType<typeof sketch>, mode: "hold" | "drain" | "queue") {
  const simulation = run(journey);
  simulation.track("p", "in");
  simulation.runTo(START + HOUR);
  simulation.pause(mode);
  return simulation;
}

describe("hold", () => {
  test("R32 timers that fell due fire on resume, with its time", () => {
    const simulation = paused(mailed(), "hold");
    simulation.runTo(START + DAY);
    expect(simulation.report.deliveries).toEqual([]);
    simulation.resume();
    expect(paths(simulation, mailed())[0]?.[2]).toEqual(["mail", DAY]);
  });

  test("R32 with shift every timer moves by the pause", () => {
    const simulation = paused(mailed({ onResume: "shift" }), "hold");
    simulation.runTo(START + DAY);
    simulation.resume();
    simulation.runTo(START + 2 * DAY);
    expect(paths(simulation, mailed())[0]?.[2]).toEqual(["mail", DAY + HOUR]);
  });

  test("R32 an awaited event is kept and handed back, each serves once", () => {
    const simulation = paused(awaiting, "hold");
    simulation.track("p", "out");
    simulation.track("p", "out");
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.runTo(START + 2 * HOUR);
    simulation.resume();
    expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed", endedAt: START + 2 * HOUR });
  });

  test("R32 stops progress, not leaving", () => {
    const simulation = paused(awaiting, "hold");
    simulation.track("p", "refund");
    expect(simulation.report.enrollments[0]).toMatchObject({ exitReason: "exit_condition", endedAt: START + HOUR });
  });

  test("R32 more than a hundred kept signals are too many, and an alert says so once each", () => {
    const simulation = paused(awaiting, "hold");
    for (let number = 0; number < 102; number += 1) simulation.track("p", "out");
    expect(simulation.report.alerts.map(({ code }) => code)).toEqual(["held_limit", "held_limit"]);
  });

  test("R32 maxDuration shifts by the pause", () => {
    const simulation = paused({ ...awaiting, settings: { maxDuration: "2h" } }, "hold");
    simulation.runTo(START + 5 * HOUR);
    simulation.resume();
    simulation.runTo(START + DAY);
    expect(simulation.report.enrollments[0]).toMatchObject({ exitReason: "max_duration", endedAt: START + 6 * HOUR });
  });
});

describe("drain", () => {
  test("lets people continue and enrolls nobody", () => {
    const simulation = paused(mailed(), "drain");
    simulation.track("q", "in");
    simulation.runTo(START + DAY);
    expect(simulation.report.enrollments.map(({ status }) => status)).toEqual(["completed"]);
    expect(simulation.report.nearMisses).toMatchObject([{ reason: "paused" }]);
  });
});

describe("queue", () => {
  test("R33 transitions go on, what they do waits in order until resume", () => {
    const tag = { type: "ACTION" as const, config: { operations: [{ type: "tag_user", tagName: "hot" }] } };
    const journey = sketch({
      steps: { start: START_STEP, w: wait("2h"), tag, mail: email, exit: EXIT_STEP },
      links: chain("start", "w", "tag", "mail", "exit"),
    });
    const simulation = paused(journey, "queue");
    simulation.runTo(START + DAY);
    const { enrollments, changes, deliveries } = simulation.report;
    expect(enrollments[0]).toMatchObject({ status: "completed", endedAt: START + 2 * HOUR });
    expect([changes.length, deliveries[0]?.status]).toEqual([0, "held"]);
    simulation.resume();
    expect(changes).toMatchObject([{ patch: { addTags: ["hot"] } }]);
    expect(deliveries).toMatchObject([{ status: "released", releasedAt: START + DAY }]);
  });

  test("R33 a node whose result it needs parks until the queued delivery has been made", () => {
    const hook = {
      type: "CONTENT" as const,
      config: { contentType: "webhook", storeResponseAs: "answer" },
      contentId: "hook",
    };
    const journey = sketch({
      steps: { start: START_STEP, w: wait("2h"), hook, exit: EXIT_STEP },
      links: chain("start", "w", "hook", "exit"),
    });
    const simulation = paused(journey, "queue");
    simulation.runTo(START + DAY);
    expect(countsOf(simulation, "hook")).toMatchObject({ entered: 1, advanced: 0 });
    simulation.resume();
    expect(simulation.report.deliveries[0]).toMatchObject({ status: "released", releasedAt: START + DAY });
    expect(simulation.report.enrollments[0]?.status).toBe("active");
  });
});
