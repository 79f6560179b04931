import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import { simulate } from "./simulate/index.ts";
import { chain, DAY, EXIT_STEP, HOUR, idOf, programOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";

type Sketched = Parameters<typeof sketch>[0];
const waiting = (settings: JsonObject = {}, more: Partial<Sketched> = {}) =>
  sketch({
    steps: { start: START_STEP, w: wait("1d"), exit: EXIT_STEP },
    links: chain("start", "w", "exit"),
    settings,
    ...more,
  });
const misses = ({ report }: ReturnType<typeof run>) => report.nearMisses.map(({ reason }) => reason);
const statuses = ({ report }: ReturnType<typeof run>) =>
  report.enrollments.map((enrollment) => enrollment.exitReason ?? enrollment.status);

describe("re-entry", () => {
  test("once: never again, not even after a stop", () => {
    const simulation = run(waiting());
    simulation.track("p", "in");
    simulation.track("p", "in");
    simulation.stop("p");
    simulation.track("p", "in");
    expect(statuses(simulation)).toEqual(["stopped"]);
    expect(misses(simulation)).toEqual(["already_in", "already_was"]);
  });

  test("after_exit: only for those whose last enrollment was stopped or failed", () => {
    const simulation = run(waiting({ reEntry: "after_exit" }));
    simulation.track("p", "in");
    simulation.stop("p");
    simulation.track("p", "in");
    simulation.runTo(START + 2 * DAY);
    simulation.track("p", "in");
    expect(statuses(simulation)).toEqual(["stopped", "finished"]);
    expect(misses(simulation)).toEqual(["already_was"]);
  });

  test("restart: ends the running enrollment and begins another, also after completion", () => {
    const simulation = run(waiting({ reEntry: "restart" }));
    simulation.track("p", "in");
    simulation.runTo(START + HOUR);
    simulation.track("p", "in");
    simulation.runTo(START + 3 * DAY);
    simulation.track("p", "in");
    expect(statuses(simulation)).toEqual(["restarted", "finished", "active"]);
    expect(simulation.report.enrollments[0]?.endedAt).toBe(START + HOUR);
  });

  test("R28b a restart that a check refuses leaves the running enrollment alone", () => {
    const simulation = run(waiting({ reEntry: "restart", minDaysSinceLastJourney: 1 }));
    simulation.track("p", "in");
    simulation.track("p", "in");
    expect(statuses(simulation)).toEqual(["active"]);
    expect(misses(simulation)).toEqual(["too_soon"]);
  });

  test("every: one enrollment an event, side by side, and the same event only once", () => {
    const simulation = run(waiting({ reEntry: "every" }));
    simulation.track("p", "in");
    simulation.track("p", "in");
    expect(statuses(simulation)).toEqual(["active", "active"]);
  });
});

describe("one enrollment per key", () => {
  const orders = ["a", "b", "a"];
  test.each(["orderId", "trigger.properties.orderId", "event.properties.orderId"])(
    "%s tells enrollments apart",
    (instanceKey) => {
      const simulation = run(waiting({ instanceKey }));
      for (const orderId of orders) simulation.track("p", "in", { orderId });
      expect(statuses(simulation)).toEqual(["active", "active"]);
      expect(misses(simulation)).toEqual(["already_in"]);
    },
  );

  test("restart ends the enrollment of the same key only", () => {
    const simulation = run(waiting({ instanceKey: "orderId", reEntry: "restart" }));
    for (const orderId of orders) simulation.track("p", "in", { orderId });
    expect(statuses(simulation)).toEqual(["restarted", "active", "active"]);
  });

  test("a missing value is the empty key, a number and a nested value are keys too", () => {
    const simulation = run(waiting({ instanceKey: "trigger.properties.order.id" }));
    for (const properties of [
      {},
      { order: {} },
      { order: { id: 7 } },
      { order: { id: "7" } },
      { order: { id: ["x"] } },
    ])
      simulation.track("p", "in", properties);
    expect(statuses(simulation)).toHaveLength(2);
    expect(misses(simulation)).toEqual(["no_instance_key", "no_instance_key", "already_in"]);
  });

  test("S20: an event whose instance key is missing, null or empty enrolls nobody, and says so", () => {
    const simulation = run(waiting({ instanceKey: "orderId", reEntry: "every" }));
    for (const properties of [{}, { orderId: null }, { orderId: "" }, { orderId: "  " }, { orderId: 0 }])
      simulation.track("p", "in", properties);
    expect(statuses(simulation)).toEqual(["active"]);
    expect(misses(simulation)).toEqual(Array(4).fill("no_instance_key"));
    const byHand = run(waiting({ instanceKey: "orderId" }));
    byHand.send("p", { kind: "enroll", journeyId: idOf("journey"), origin: "manual" });
    expect(statuses(byHand)).toEqual(["active"]);
  });

  test("long values that begin alike are different keys", () => {
    const simulation = run(waiting({ instanceKey: "orderId" }));
    for (const end of ["1", "2"]) simulation.track("p", "in", { orderId: "x".repeat(5_000) + end });
    expect(statuses(simulation)).toHaveLength(2);
  });
});

describe("the door", () => {
  test("R26 people who have already met the goal or an exit condition are kept out", () => {
    const goal = { type: "attribute_match" as const, config: { attribute: "plan", operator: "eq", value: "pro" } };
    const newPerson = () => ({ traits: { plan: "pro" } });
    const met = run(waiting({}, { goal }), { newPerson });
    met.track("p", "in");
    expect(misses(met)).toEqual(["goal_already_met"]);
    const exitRules = run(waiting({ exitConditions: [{ expression: 'traits.plan == "pro"' }] }), { newPerson });
    exitRules.track("p", "in");
    expect(misses(exitRules)).toEqual(["exit_condition"]);
  });

  test("R28b the first check that fails is the one that is told", () => {
    const settings = { entryConditions: { plan: "pro" }, minDaysSinceLastJourney: 30 };
    const simulation = run(waiting(settings), { newPerson: (name) => ({ isAnonymous: name === "anon" }) });
    simulation.track("anon", "in", { plan: "free" });
    simulation.track("p", "in", { plan: "free" });
    simulation.track("p", "in", { plan: "pro" });
    simulation.track("p", "in", { plan: "pro" }, START - 4 * DAY);
    simulation.pause("drain");
    simulation.track("anon", "in", { plan: "free" });
    expect(misses(simulation)).toEqual(["anonymous", "entry_conditions", "too_old", "paused"]);
  });

  test("R28b one event that two triggers mean is one enrollment, by the first of the document", () => {
    const steps = { start: START_STEP, also: START_STEP, a: wait("1d"), b: wait("1d") };
    const simulation = run(
      sketch({ steps, links: [...chain("start", "a"), ...chain("also", "b")], settings: { reEntry: "every" } }),
    );
    simulation.track("p", "in");
    expect(simulation.report.enrollments.map((enrollment) => enrollment.hops.at(-1)?.to)).toEqual([idOf("a")]);
  });

  test("R29 of two journeys that one event starts the lower number wins, and the other is too soon", () => {
    const programs = ["first", "second"].map((name) => programOf(waiting({ minDaysSinceLastJourney: 1 }), name));
    const simulation = simulate({ journeys: programs.map((program) => ({ program })), start: START });
    simulation.track("p", "in");
    expect(simulation.report.enrollments.map((enrollment) => enrollment.journeyId)).toEqual([idOf("first")]);
    expect(simulation.report.nearMisses).toMatchObject([{ journeyId: idOf("second"), reason: "too_soon" }]);
  });

  test("S21: days since the last journey are 24 hours each, or with calendarDays days of the person's calendar", () => {
    const monday = START + 6 * HOUR;
    const enteredAgain = (minDaysSinceLastJourney: JsonObject | number, after: number) => {
      const settings = { reEntry: "every", minDaysSinceLastJourney, timezone: "America/New_York" };
      const simulation = run(waiting(settings));
      simulation.runTo(monday);
      simulation.track("p", "in");
      simulation.runTo(monday + after);
      simulation.track("p", "in");
      return simulation.report.enrollments.length === 2;
    };
    // Monday 10:00 in New York; the clocks in New York go forward on the Sunday before.
    expect(enteredAgain(1, 19 * HOUR)).toBe(false);
    expect(enteredAgain(1, 24 * HOUR)).toBe(true);
    expect(enteredAgain(7, 7 * DAY - HOUR)).toBe(false);
    expect(enteredAgain({ days: 1, calendarDays: true }, 13 * HOUR)).toBe(false);
    expect(enteredAgain({ days: 1, calendarDays: true }, 14 * HOUR)).toBe(true);
  });

  test("S14: enrolling into a journey that is not published leaves a near miss", () => {
    const enrolling = sketch({
      steps: {
        start: START_STEP,
        send: { type: "ACTION", config: { operations: [{ type: "enroll", journey: idOf("other") }] } },
        exit: EXIT_STEP,
      },
      links: chain("start", "send", "exit"),
    });
    const other = sketch({ steps: { door: { type: "TRIGGER", config: { triggerType: "MANUAL" } } }, links: [] });
    for (const status of ["draft", "archived"] as const) {
      const journeys = [{ program: programOf(enrolling) }, { program: programOf(other, "other"), status }];
      const simulation = simulate({ journeys, start: START });
      simulation.track("p", "in");
      expect(simulation.report.nearMisses).toMatchObject([
        { journeyId: idOf("other"), reason: "not_published", detail: { status, origin: "effect" } },
      ]);
    }
  });

  test("R30 an old event starts, wakes, converts and ends nothing", () => {
    const simulation = run(waiting({ exitConditions: [{ eventName: "out" }] }));
    simulation.track("p", "in");
    simulation.track("p", "out", {}, START - 4 * DAY);
    simulation.track("q", "in", {}, START - 4 * DAY);
    expect(statuses(simulation)).toEqual(["active"]);
    expect(misses(simulation)).toEqual(["too_old"]);
  });
});

describe("an audience", () => {
  const byHand = { type: "TRIGGER" as const, config: { triggerType: "MANUAL", triggerConfig: {} } };
  const journey = (reEntry: string) =>
    sketch({ steps: { start: byHand, exit: EXIT_STEP }, links: chain("start", "exit"), settings: { reEntry } });
  test.each(["once", "after_exit", "restart", "every"])(
    "R28 under %s one membership enrolls once, however often it is announced",
    (reEntry) => {
      const simulation = run(journey(reEntry));
      const join = (memberSince: number) =>
        simulation.send("p", { kind: "enroll", journeyId: idOf("journey"), origin: "audience", memberSince });
      join(START);
      simulation.runTo(START + HOUR);
      join(START);
      expect(statuses(simulation)).toEqual(["finished"]);
      simulation.runTo(START + 2 * HOUR);
      join(START + 2 * HOUR);
      const again = reEntry === "restart" || reEntry === "every";
      expect(statuses(simulation)).toHaveLength(again ? 2 : 1);
    },
  );
});

describe("a schedule", () => {
  const daily = { type: "TRIGGER" as const, config: { triggerType: "SCHEDULE", triggerConfig: { cron: "0 9 * * *" } } };
  const send = { kind: "enroll", journeyId: idOf("journey"), origin: "schedule" } as const;
  test("enrolls people by its own trigger", () => {
    const steps = { start: START_STEP, daily, a: wait("1d"), b: wait("1d") };
    const simulation = run(
      sketch({ steps, links: [...chain("start", "a"), ...chain("daily", "b")], settings: { reEntry: "every" } }),
    );
    simulation.send("p", send);
    simulation.send("p", { ...send, nodeId: idOf("daily") });
    expect(simulation.report.enrollments.map((enrollment) => enrollment.hops[0]?.to)).toEqual([
      idOf("daily"),
      idOf("daily"),
    ]);
  });

  test("that is gone enrolls nobody", () => {
    const simulation = run(waiting());
    simulation.send("p", send);
    expect(simulation.report.enrollments).toEqual([]);
  });
});
