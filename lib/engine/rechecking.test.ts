import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import { evaluateRules, type Subject } from "./guards/index.ts";
import { derivedId } from "./ids.ts";
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

const quiet = { event: "a", count: { lte: 0 }, within: "1h" };
const exitRules = (condition: object) =>
  sketch({
    steps: { start: START_STEP, w: wait("30d"), exit: EXIT_STEP },
    links: chain("start", "w", "exit"),
    settings: { exitConditions: [condition] },
  });

describe("R23 what time alone can change is looked at when it does", () => {
  test("an exit condition ends the wait when an event leaves its window", () => {
    const simulation = run(exitRules({ rules: { all: [quiet] } }));
    simulation.track("p", "a");
    simulation.runTo(START + MINUTE);
    simulation.track("p", "in");
    simulation.runTo(START + DAY);
    const [enrollment] = simulation.report.enrollments;
    expect(enrollment).toMatchObject({ status: "stopped", exitReason: "exit_condition" });
    expect(Math.abs((enrollment?.endedAt ?? 0) - START - HOUR)).toBeLessThan(SECOND);
  });

  test("an exit condition that reads the clock ends the wait within five minutes", () => {
    const simulation = run(exitRules({ expression: 'now > timestamp("2026-03-02T12:02:00Z")' }));
    simulation.track("p", "in");
    simulation.runTo(START + DAY);
    const [enrollment] = simulation.report.enrollments;
    expect(enrollment?.exitReason).toBe("exit_condition");
    expect((enrollment?.endedAt ?? 0) - START).toBeLessThan(3 * HOUR + 7 * MINUTE + SECOND);
  });

  test("another event in the window puts the look off", () => {
    const simulation = run(exitRules({ rules: { all: [quiet] } }));
    simulation.track("p", "a");
    simulation.track("p", "in");
    simulation.runTo(START + 30 * MINUTE);
    simulation.track("p", "a");
    simulation.runTo(START + DAY);
    const ended = (simulation.report.enrollments[0]?.endedAt ?? 0) - START;
    expect(Math.abs(ended - 90 * MINUTE)).toBeLessThan(SECOND);
  });

  test("an expression that fails is not yet, and is asked again when what it reads changes", () => {
    const config = { expression: "traits.score > 3" };
    const steps = { start: START_STEP, c: { type: "WAIT_FOR_CONDITION" as const, config }, exit: EXIT_STEP };
    const journey = sketch({ steps, links: chain("start", "c", "exit") });
    const simulation = run(journey);
    simulation.track("p", "in");
    simulation.runTo(START + MINUTE);
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.change("p", { traits: { score: 4 } });
    expect(paths(simulation, journey)[0]?.[2]).toEqual(["exit", MINUTE]);
  });

  test("a poll lets a condition look that an old event made true", () => {
    const config = { include: [{ event: "a" }] };
    const steps = { start: START_STEP, c: { type: "WAIT_FOR_CONDITION" as const, config }, exit: EXIT_STEP };
    const simulation = run(sketch({ steps, links: chain("start", "c", "exit") }));
    simulation.track("p", "in");
    simulation.track("p", "a", {}, START - 100 * HOUR);
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.send("p", { kind: "poll" });
    expect(simulation.report.enrollments[0]?.status).toBe("completed");
  });

  const birthday = sketch({
    steps: {
      start: START_STEP,
      w: { type: "WAIT", config: { until: { trait: "birthday", time: "09:00" } } },
      exit: EXIT_STEP,
    },
    links: chain("start", "w", "exit"),
  });

  test("a date trait that moves moves the wait; one that is past is over with that very change", () => {
    const simulation = run(birthday);
    simulation.change("p", { traits: { birthday: "2026-03-20" } });
    simulation.track("p", "in");
    simulation.change("p", { traits: { birthday: "2026-03-10" } });
    simulation.runTo(START + 5 * DAY);
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.change("p", { traits: { birthday: "2026-03-01" } });
    expect(paths(simulation, birthday)[0]?.[2]).toEqual(["exit", 5 * DAY]);
  });

  test("someone without the date waits until it is set", () => {
    const simulation = run(birthday);
    simulation.track("p", "in");
    simulation.runTo(START + 300 * DAY);
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.change("p", { traits: { birthday: "2027-03-01" } });
    simulation.runTo(START + 365 * DAY);
    expect(paths(simulation, birthday)[0]?.[2]).toEqual(["exit", 364 * DAY]);
  });

  test("a zone that moves moves waits of days, timeouts and edges with timers, but not waits of hours", () => {
    const ended = (config: JsonObject) => {
      const journey = sketch({
        steps: { start: START_STEP, w: { type: "WAIT", config }, exit: EXIT_STEP },
        links: chain("start", "w", "exit"),
      });
      const simulation = run(journey);
      simulation.track("p", "in");
      simulation.change("p", { traits: { timezone: "America/New_York" } });
      simulation.runTo(START + 10 * DAY);
      return paths(simulation, journey)[0]?.[2]?.[1] ?? 0;
    };
    // The clocks in New York go forward on 8 March: seven calendar days are one hour shorter.
    expect(ended({ duration: "7d" })).toBe(7 * DAY - HOUR);
    expect(ended({ duration: "168h" })).toBe(7 * DAY);
    expect(ended({ until: { time: "12:00" } })).toBe(8 * HOUR);
  });
});

describe("R24 how often within a window", () => {
  const person = {
    id: derivedId("p", START, "00"),
    externalId: "p",
    anonymousId: null,
    traits: {},
    tags: [],
    stage: null,
    segments: [],
    lastEnteredAt: null,
    createdAt: START,
  };
  const event = (ago: number) => ({
    id: derivedId(`a ${ago}`, START, "00"),
    name: "app.a",
    properties: {},
    timestamp: START - ago,
    receivedAt: START - ago,
  });
  const subject: Subject = { person, events: [event(0), event(DAY), event(2 * DAY)], now: START, timezone: "UTC" };

  test.each([
    [{ gte: 2 }, "3d", true],
    [{ gte: 4 }, "3d", false],
    [{ lt: 2 }, "36h", false],
    [{ lt: 2 }, "12h", true],
    [{ eq: 3 }, undefined, true],
    [{ gt: 1, lt: 3 }, "36h", true],
    [{ ne: 1 }, "12h", false],
  ])("%o within %s is %s", (count, within, expected) => {
    expect(evaluateRules({ event: "a", count, ...(within ? { within } : {}) }, subject)).toBe(expected);
  });
});
