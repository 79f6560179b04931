import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import type { Simulation } from "../simulate/index.ts";
import { chain, EXIT_STEP, email, HOUR, idOf, run, START, START_STEP, sketch, wait } from "../testing/build.ts";
import { explain } from "./index.ts";

const ask = (simulation: Simulation, person = "p") =>
  explain({ input: simulation.view(person), journeyId: idOf("journey") });

const waiting = (settings: JsonObject = {}) =>
  sketch({
    steps: { start: START_STEP, w: wait("2d"), mail: email, exit: EXIT_STEP },
    links: chain("start", "w", "mail", "exit"),
    settings,
  });

const codes = (simulation: Simulation) => ask(simulation).reasons.map(({ code }) => code);

describe("R41 why someone waits", () => {
  test("a wait says until when, where it leads, and what else ends it", () => {
    const simulation = run(waiting({ maxDuration: "9d", exitConditions: [{ eventName: "paid" }] }));
    simulation.track("p", "in");
    const answer = ask(simulation);
    expect(answer.verdict).toBe("in");
    expect(answer.waiting).toMatchObject({ name: "w", since: START, until: START + 48 * HOUR });
    expect(answer.sentence).toBe(
      "They have been at “w” since 2 March 2026, 09:00, waiting for a time, until 4 March 2026, 09:00 at the latest.",
    );
    expect(answer.wouldMove).toEqual([
      "The journey's maximum duration ends the enrollment on 11 March 2026, 09:00.",
      "The wait ends on 4 March 2026, 09:00 and leads to “mail”.",
      "The event “app.paid” makes them leave.",
    ]);
  });

  test("times are told on the person's own clock", () => {
    const simulation = run(waiting());
    simulation.change("p", { traits: { timezone: "Asia/Tokyo" } });
    simulation.track("p", "in");
    expect(ask(simulation).sentence).toContain("since 2 March 2026, 18:00");
  });

  test("an awaited event is named with its filter, beside the timeout", () => {
    const config = { eventName: "paid", filter: { plan: "pro" }, timeout: "3h" };
    const journey = sketch({
      steps: { start: START_STEP, w: { type: "WAIT_FOR_EVENT", config }, yes: EXIT_STEP, no: EXIT_STEP },
      links: [
        ...chain("start", "w"),
        { from: "w", to: "yes", branch: "event" },
        { from: "w", to: "no", branch: "timeout" },
      ],
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    expect(ask(simulation).waiting?.for).toEqual([
      {
        kind: "timer",
        text: "the step gives up waiting on 2 March 2026, 12:00 and leads to “no”",
        at: START + 3 * HOUR,
      },
      { kind: "event", text: "the event “app.paid” with plan is “pro” and leads to “yes”", eventName: "app.paid" },
    ]);
  });

  test("a condition says what of it is false, with the values seen", () => {
    const config = {
      include: [
        {
          all: [
            { field: "traits.plan", op: "eq", value: "pro" },
            { event: "used", count: { gte: 3 } },
          ],
        },
      ],
    };
    const journey = sketch({
      steps: { start: START_STEP, c: { type: "WAIT_FOR_CONDITION", config }, exit: EXIT_STEP },
      links: chain("start", "c", "exit"),
    });
    const simulation = run(journey);
    simulation.change("p", { traits: { plan: "free" } });
    simulation.track("p", "in");
    simulation.track("p", "used");
    expect(ask(simulation).waiting?.for).toEqual([
      {
        kind: "condition",
        text: "the condition: one of: trait plan is “pro” (it is “free”); “app.used” at least 3 times (so far 1)",
        at: null,
      },
    ]);
  });

  test("an expression that cannot be computed says why", () => {
    const journey = sketch({
      steps: {
        start: START_STEP,
        c: { type: "WAIT_FOR_CONDITION", config: { expression: "traits.score > 3" } },
        exit: EXIT_STEP,
      },
      links: chain("start", "c", "exit"),
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    expect(ask(simulation).waiting?.for[0]?.text).toContain("“traits.score > 3” holds (now No such key: score");
  });

  test("a date trait that is missing is what they wait for", () => {
    const journey = sketch({
      steps: { start: START_STEP, w: { type: "WAIT", config: { until: { trait: "birthday" } } }, exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    expect(ask(simulation).waiting?.until).toBe(null);
    expect(ask(simulation).waiting?.for[0]?.text).toContain("birthday has to become a date");
  });

  test("R32 a hold is told with how much it keeps, and no time is promised", () => {
    const config = { eventName: "paid" };
    const journey = sketch({
      steps: { start: START_STEP, w: { type: "WAIT_FOR_EVENT", config }, exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
    });
    const simulation = run(journey);
    simulation.track("p", "in");
    simulation.pause("hold");
    simulation.track("p", "paid");
    const answer = ask(simulation);
    expect(answer.reasons[1]?.code).toBe("held");
    expect(answer.waiting?.until).toBe(null);
    expect(answer.waiting?.for[0]).toMatchObject({ kind: "resume" });
    expect(answer.waiting?.for[0]?.text).toContain("1 signal is kept");
  });
});

describe("R28b why someone is not in", () => {
  test("nothing has started it", () => {
    const simulation = run(waiting());
    simulation.track("p", "other");
    const answer = ask(simulation);
    expect(answer.verdict).toBe("not_in");
    expect(answer.reasons.map(({ code }) => code)).toEqual(["not_triggered"]);
    expect(answer.wouldMove).toEqual(["They can enter through the event “app.in”."]);
  });

  test("an event of the right name whose filter does not fit is told with what it had", () => {
    const trigger = { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in", filter: { plan: "pro" } } };
    const simulation = run(
      sketch({
        steps: { start: { type: "TRIGGER", config: trigger }, exit: EXIT_STEP },
        links: chain("start", "exit"),
      }),
    );
    simulation.track("p", "in", { plan: "free" });
    const answer = ask(simulation);
    expect(answer.reasons[0]?.code).toBe("trigger_filter");
    expect(answer.sentence).toContain("does not fit the event “app.in” with plan is “pro” (plan was “free”)");
  });

  test("every check that fails is told, the one that decided first", () => {
    const simulation = run(
      waiting({ entryConditions: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } } }),
    );
    simulation.track("p", "in");
    simulation.pause("drain");
    expect(codes(simulation)).toEqual(["paused", "entry_conditions"]);
    expect(ask(simulation).reasons[1]?.text).toBe("The entry conditions ask for: trait plan is “pro” (it is nothing).");
  });

  test("an old event is the reason although it came", () => {
    const simulation = run(waiting());
    simulation.track("p", "in", {}, START - 100 * HOUR);
    expect(codes(simulation)).toEqual(["too_old"]);
  });

  test("someone who was in it is told how they left and whether they may enter again", () => {
    const simulation = run(waiting());
    simulation.track("p", "in");
    simulation.runTo(START + 50 * HOUR);
    const answer = ask(simulation);
    expect(answer.verdict).toBe("was_in");
    expect(answer.sentence).toBe(
      "They were in the journey from 2 March 2026, 09:00 to 4 March 2026, 09:00: they completed it.",
    );
    expect(answer.reasons.map(({ code }) => code)).toEqual(["ended", "already_was"]);
    expect(answer.wouldMove).toEqual([
      "Another re-entry setting of the journey.",
      "They can re-enter through the event “app.in” after that change.",
    ]);
  });

  test("R31 archived counts as left at once", () => {
    const simulation = run(waiting());
    simulation.track("p", "in");
    simulation.stopEngine();
    simulation.archive();
    expect(ask(simulation)).toMatchObject({ verdict: "was_in", exitReason: "journey_archived" });
  });

  test("who may enter is told what lets them in", () => {
    const simulation = run(waiting({ reEntry: "every" }));
    simulation.track("p", "in");
    simulation.stop("p");
    expect(ask(simulation).reasons.map(({ code }) => code)).toEqual(["ended", "may_enter"]);
  });
});

describe("L14: what values were compared as", () => {
  const asking = (value: unknown) => {
    const config = { include: [{ field: "traits.v", op: "gt", value }] };
    const steps = { start: START_STEP, w: { type: "WAIT_FOR_CONDITION" as const, config }, exit: EXIT_STEP };
    return sketch({ steps, links: chain("start", "w", "exit") });
  };
  test.each([
    ["18", "9", "compared as numbers"],
    ["2026-03-01T09:00Z", "2026-03-01T10:00+02:00", "compared as moments"],
    ["beta", "alpha", "compared as texts"],
    [18, "21", "a text and a number have no order"],
  ])("L14: is told where it is not plain to see: %j against %j: %s", (value, v, said) => {
    const simulation = run(asking(value));
    simulation.change("p", { traits: { v } });
    simulation.track("p", "in");
    expect(JSON.stringify(ask(simulation))).toContain(said);
  });
});
