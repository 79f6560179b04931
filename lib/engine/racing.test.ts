import { describe, expect, test } from "vitest";
import type { JourneyDocument } from "#journey";
import { chain, EXIT_STEP, email, HOUR, MINUTE, paths, run, START, START_STEP, sketch } from "./testing/build.ts";

const raced = sketch({
  steps: { start: START_STEP, mail: email, yes: EXIT_STEP, pro: EXIT_STEP, soon: EXIT_STEP, late: EXIT_STEP },
  links: [
    ...chain("start", "mail"),
    { from: "mail", to: "pro", trigger: { type: "event", event: "out", eventFilter: { plan: "pro" } } },
    { from: "mail", to: "yes", trigger: { type: "event", event: "out" } },
    { from: "mail", to: "soon", trigger: { type: "timer", delay: "1h" } },
    { from: "mail", to: "late", trigger: { type: "timer", delay: "2h" } },
  ],
});
const awaiting = (config: Record<string, unknown>) =>
  sketch({
    steps: {
      start: START_STEP,
      w: { type: "WAIT_FOR_EVENT", config: { eventName: "out", timeout: "1h", ...config } },
      yes: EXIT_STEP,
      no: EXIT_STEP,
    },
    links: [
      ...chain("start", "w"),
      { from: "w", to: "yes", branch: "event" },
      { from: "w", to: "no", branch: "timeout" },
    ],
  });

/** The node and time at which the first enrollment ended, after events at the given ms from the start. */
function ended(journey: JourneyDocument, events: readonly (readonly [number, string, Record<string, unknown>?])[]) {
  const simulation = run(journey);
  for (const [at, name, properties] of events) {
    simulation.runTo(START + at);
    simulation.track("p", name, properties);
  }
  simulation.runTo(START + 24 * HOUR);
  return paths(simulation, journey)[0]?.at(-1);
}

describe("racing", () => {
  test("the first edge to happen wins, an event by its filter", () => {
    expect(
      ended(raced, [
        [0, "in"],
        [MINUTE, "out", { plan: "pro" }],
      ]),
    ).toEqual(["pro", MINUTE]);
    expect(
      ended(raced, [
        [0, "in"],
        [MINUTE, "out", { plan: "free" }],
      ]),
    ).toEqual(["yes", MINUTE]);
    expect(ended(raced, [[0, "in"]])).toEqual(["soon", HOUR]);
  });

  test("a filter is strict: the text 5 is not the number 5", () => {
    const journey = awaiting({ filter: { amount: 5, paid: true } });
    expect(
      ended(journey, [
        [0, "in"],
        [1, "out", { amount: "5", paid: true }],
      ]),
    ).toEqual(["no", HOUR]);
    expect(
      ended(journey, [
        [0, "in"],
        [1, "out", { amount: 5, paid: true, more: 1 }],
      ]),
    ).toEqual(["yes", 1]);
  });

  test("an event is correlated with what started the enrollment", () => {
    const journey = awaiting({ expression: "event.properties.orderId == trigger.properties.orderId" });
    const scenario = (orderId: string) =>
      [
        [0, "in", { orderId: "a" }],
        [1, "out", { orderId }],
      ] as const;
    expect(ended(journey, scenario("b"))).toEqual(["no", HOUR]);
    expect(ended(journey, scenario("a"))).toEqual(["yes", 1]);
  });

  test("R19 an event at the very instant of a timeout is in time, one a millisecond later is not", () => {
    expect(
      ended(awaiting({}), [
        [0, "in"],
        [HOUR, "out"],
      ]),
    ).toEqual(["yes", HOUR]);
    expect(
      ended(awaiting({}), [
        [0, "in"],
        [HOUR + 1, "out"],
      ]),
    ).toEqual(["no", HOUR]);
  });

  test("R20 since enrollment an earlier event counts, but never the one that started the enrollment", () => {
    const steps = { start: START_STEP, wait: { type: "WAIT" as const, config: { duration: "1m" } } };
    const journey = (since: string, eventName: string) => ({
      ...sketch({
        steps: {
          ...steps,
          w: { type: "WAIT_FOR_EVENT", config: { eventName, since, timeout: "1h" } },
          yes: EXIT_STEP,
          no: EXIT_STEP,
        },
        links: [
          ...chain("start", "wait", "w"),
          { from: "w", to: "yes", branch: "event" },
          { from: "w", to: "no", branch: "timeout" },
        ],
      }),
    });
    expect(
      ended(journey("enrollment", "out"), [
        [0, "in"],
        [1, "out"],
      ]),
    ).toEqual(["yes", MINUTE]);
    expect(
      ended(journey("node", "out"), [
        [0, "in"],
        [1, "out"],
      ]),
    ).toEqual(["no", MINUTE + HOUR]);
    expect(ended(journey("enrollment", "in"), [[0, "in"]])).toEqual(["no", MINUTE + HOUR]);
  });

  test("an event in the same batch as the park counts", () => {
    const simulation = run(awaiting({}), { batching: "instant" });
    simulation.stopEngine();
    simulation.track("p", "in");
    simulation.track("p", "out");
    simulation.startEngine();
    simulation.runTo(START + 1);
    expect(paths(simulation, awaiting({}))[0]?.at(-1)).toEqual(["yes", 0]);
  });
});
