import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import type { FinishedEnrollment, Person } from "./advance-input.ts";
import { explain } from "./explain/index.ts";
import { simulate } from "./simulate/index.ts";
import { chain, DAY, EXIT_STEP, HOUR, idOf, programOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";

const AUDIENCE = idOf("audience");
const strict = programOf(
  sketch({
    steps: { start: START_STEP, w: wait("9d"), exit: EXIT_STEP },
    links: chain("start", "w", "exit"),
    settings: {
      entryConditions: { rules: { all: [{ field: "traits.ok", op: "eq", value: true }] } },
      exitConditions: [{ expression: '"gone" in tags' }],
      minDaysSinceLastJourney: 5,
    },
    goal: { type: "attribute_match", config: { attribute: "done", operator: "eq", value: true } },
    audienceId: AUDIENCE,
  }),
);

/** A situation in which every single check keeps the person out. */
const worst = {
  isOld: true,
  isPaused: true,
  externalId: null as string | null,
  traits: { done: true } as JsonObject,
  segments: [] as string[],
  wasIn: true,
  tags: ["gone"],
  lastEnteredAt: START - DAY,
};
type Situation = Omit<typeof worst, "lastEnteredAt"> & { lastEnteredAt: number | null };

/** The checks in their order, each with a change that makes it pass. */
const ladder: readonly (readonly [reason: string, passed: (before: Situation) => Partial<Situation>])[] = [
  ["too_old", () => ({ isOld: false })],
  ["paused", () => ({ isPaused: false })],
  ["anonymous", () => ({ externalId: "p" })],
  ["entry_conditions", ({ traits }) => ({ traits: { ...traits, ok: true } })],
  ["audience", () => ({ segments: [AUDIENCE] })],
  ["already_was", () => ({ wasIn: false })],
  ["goal_already_met", ({ traits }) => ({ traits: { ...traits, done: false } })],
  ["exit_condition", () => ({ tags: [] })],
  ["too_soon", () => ({ lastEnteredAt: START - 6 * DAY })],
];

function passingFirst(count: number): Situation {
  const situation: Situation = { ...worst };
  for (const [, passed] of ladder.slice(0, count)) Object.assign(situation, passed(situation));
  return situation;
}

function seek(situation: Situation) {
  const { externalId, traits, tags, segments, lastEnteredAt, wasIn, isPaused, isOld } = situation;
  const who = { externalId, anonymousId: "anon", traits, tags, segments, lastEnteredAt };
  const person: Person = { id: idOf("person"), stage: null, createdAt: START, ...who };
  const enrollment: FinishedEnrollment = {
    enrollmentId: idOf("earlier"),
    journeyId: strict.journeyId,
    versionId: strict.versionId,
    instanceKey: "",
    status: "completed",
    exitReason: "finished",
    epoch: 1,
    enrolledAt: START - 30 * DAY,
    endedAt: START - 29 * DAY,
  };
  const known = { person, past: wasIn ? [enrollment] : [] };
  const simulation = simulate({ journeys: [{ program: strict }], start: START, newPerson: () => known });
  if (isPaused) simulation.pause("drain");
  simulation.track("p", "in", {}, isOld ? START - 100 * HOUR : START);
  return simulation;
}

describe("R28b the checks at entry", () => {
  const rungs = ladder.map(([reason], index) => ({ reason, index }));

  test.each(rungs)("$reason is the near-miss when all before it pass", ({ reason, index }) => {
    const simulation = seek(passingFirst(index));
    expect(simulation.report.nearMisses.map((miss) => miss.reason)).toEqual([reason]);
    expect(simulation.report.enrollments).toEqual([]);
    const answer = explain({ input: simulation.view("p"), journeyId: strict.journeyId });
    const codes = answer.reasons.map(({ code }) => code).filter((code) => code !== "ended");
    expect(codes).toEqual(ladder.slice(index).map(([later]) => later));
  });

  test("a person who passes all of them enters", () => {
    expect(seek(passingFirst(ladder.length)).report).toMatchObject({
      nearMisses: [],
      enrollments: [{ status: "active" }],
    });
  });

  test("restart ends the running enrollment only after all of them passed", () => {
    const simulation = run(
      sketch({
        steps: { start: START_STEP, w: wait("9d") },
        links: chain("start", "w"),
        settings: { reEntry: "restart", entryConditions: { plan: "pro" } },
      }),
    );
    simulation.track("p", "in", { plan: "pro" });
    simulation.track("p", "in", { plan: "free" });
    expect(simulation.report.enrollments.map((enrollment) => enrollment.status)).toEqual(["active"]);
    simulation.track("p", "in", { plan: "pro" });
    expect(simulation.report.enrollments.map((enrollment) => enrollment.exitReason)).toEqual(["restarted", null]);
  });

  test("more than a thousand at once are too many", () => {
    const simulation = run(
      sketch({
        steps: { start: START_STEP, w: wait("9d") },
        links: chain("start", "w"),
        settings: { instanceKey: "order", reEntry: "every" },
      }),
      { batching: "instant" },
    );
    for (let order = 0; order <= 1_000; order += 1) simulation.track("p", "in", { order });
    simulation.runTo(START + HOUR);
    expect(simulation.report.enrollments).toHaveLength(1_000);
    expect(simulation.report.nearMisses.map((miss) => miss.reason)).toEqual(["too_many"]);
  });

  test("an event that meets two triggers is one enrollment, by the first in the document", () => {
    const second = { type: "TRIGGER" as const, config: START_STEP.config ?? {} };
    const journey = sketch({
      steps: { start: START_STEP, other: second, exit: EXIT_STEP },
      links: [...chain("start", "exit"), ...chain("other", "exit")],
      settings: { reEntry: "every" },
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    expect(simulation.report.enrollments).toHaveLength(1);
    expect(simulation.report.enrollments[0]?.hops[0]?.to).toBe(idOf("start"));
  });

  test("a filter of a trigger makes no near-miss", () => {
    const trigger = { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in", filter: { plan: "pro" } } };
    const simulation = run(
      sketch({
        steps: { start: { type: "TRIGGER", config: trigger }, exit: EXIT_STEP },
        links: chain("start", "exit"),
      }),
    );
    simulation.track("p", "in", { plan: "free" });
    expect(simulation.report).toMatchObject({ nearMisses: [], enrollments: [] });
  });
});

describe("R26 goals and reasons to leave at the door", () => {
  const goal = { type: "attribute_match" as const, config: { attribute: "done", operator: "eq", value: true } };
  const journey = (exitOnGoal: boolean) =>
    sketch({
      steps: { start: START_STEP, w: wait("9d") },
      links: chain("start", "w"),
      goal: { ...goal, exitOnGoal },
    });

  test("a goal that only counts does not keep people out, and counts once it went false and true again", () => {
    const simulation = run(journey(false));
    simulation.change("p", { traits: { done: true } });
    simulation.track("p", "in");
    simulation.change("p", { traits: { other: 1 } });
    expect(simulation.report.conversions).toHaveLength(0);
    simulation.change("p", { traits: { done: false } });
    simulation.change("p", { traits: { done: true } });
    expect(simulation.report.conversions).toHaveLength(1);
    expect(simulation.report.enrollments[0]?.status).toBe("active");
  });

  test("a goal by event looks from the enrollment on", () => {
    const simulation = run(
      sketch({
        steps: { start: START_STEP, w: wait("9d") },
        links: chain("start", "w"),
        goal: { type: "event", config: { eventName: "paid" } },
      }),
    );
    simulation.track("p", "paid");
    simulation.track("p", "in");
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.track("p", "paid");
    expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed", exitReason: "goal_reached" });
  });

  test("reaching the goal disarms its deadline", () => {
    const simulation = run(
      sketch({
        steps: { start: START_STEP, w: wait("9d"), exit: EXIT_STEP },
        links: chain("start", "w", "exit"),
        goal: { type: "event", config: { eventName: "paid" }, exitOnGoal: false, deadline: 2 },
      }),
    );
    simulation.track("p", "in");
    simulation.track("p", "paid");
    simulation.runTo(START + 10 * DAY);
    expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed", exitReason: "finished" });
  });
});

describe("R30 too old", () => {
  test("an imported event is counted by rules, but starts, wakes, converts and ends nothing", () => {
    const config = { include: [{ event: "paid" }] };
    const simulation = run(
      sketch({
        steps: {
          start: START_STEP,
          e: { type: "WAIT_FOR_EVENT", config: { eventName: "paid" } },
          c: { type: "WAIT_FOR_CONDITION", config },
          exit: EXIT_STEP,
        },
        links: chain("start", "e", "c", "exit"),
        settings: { exitConditions: [{ eventName: "gone" }] },
        goal: { type: "event", config: { eventName: "bought" } },
      }),
    );
    const old = (name: string) => {
      const id = idOf(`old ${name}`);
      const event = { id, name: `app.${name}`, properties: {}, timestamp: START, receivedAt: START, imported: true };
      simulation.send("p", { kind: "event", event });
    };
    old("in");
    expect(simulation.report.nearMisses.map((miss) => miss.reason)).toEqual(["too_old"]);
    simulation.track("p", "in");
    for (const name of ["paid", "gone", "bought"]) old(name);
    expect(simulation.report.enrollments[0]?.hops.at(-1)?.to).toBe(idOf("e"));
    expect(simulation.report.conversions).toEqual([]);
    simulation.track("p", "paid");
    expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed", exitReason: "finished" });
  });
});

describe("R21 facts end at the signal", () => {
  test("a rule that counts does not see what is behind the signal in the same batch", () => {
    const rules = { all: [{ event: "a", count: { gte: 2 } }] };
    const simulation = run(
      sketch({
        steps: {
          start: START_STEP,
          c: { type: "CONDITION", config: { rules } },
          yes: EXIT_STEP,
          no: EXIT_STEP,
        },
        links: [
          ...chain("start", "c"),
          { from: "c", to: "yes", branch: "TRUE" },
          { from: "c", to: "no", branch: "FALSE" },
        ],
      }),
      { batching: "instant" },
    );
    simulation.track("p", "a");
    simulation.track("p", "in");
    simulation.track("p", "a");
    simulation.runTo(START + HOUR);
    expect(simulation.report.enrollments[0]?.hops.at(-1)?.to).toBe(idOf("no"));
  });
});
