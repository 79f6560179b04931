import { describe, expect, test } from "vitest";
import { derivedId } from "../ids.ts";
import { chain, DAY, EXIT_STEP, HOUR, idOf, programOf, START, START_STEP, sketch } from "../testing/build.ts";
import { forecast } from "./forecast.ts";
import { samplePerson } from "./test-run.ts";
import type { ForecastOptions, Likelihood } from "./trial-types.ts";

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    person: { ...samplePerson(START, { traits: { n: index } }), id: derivedId(`person ${index}`, START, "00") },
  }));

const options: ForecastOptions = { now: START, days: 30, seed: "s", workspaceTimezone: "UTC", likely: new Map() };

const race = (filter: object) =>
  programOf(
    sketch({
      steps: {
        start: START_STEP,
        w: { type: "WAIT_FOR_EVENT", config: { eventName: "paid", timeout: "10d", ...filter } },
        yes: EXIT_STEP,
        no: EXIT_STEP,
      },
      links: [
        ...chain("start", "w"),
        { from: "w", to: "yes", branch: "event" },
        { from: "w", to: "no", branch: "timeout" },
      ],
    }),
  );

const entered = (result: ReturnType<typeof forecast>, name: string) =>
  result.nodes.find((node) => node.nodeId === idOf(name))?.entered ?? -1;

describe("forecast", () => {
  test("people do what people did: a share of them, after the delays seen", () => {
    const likely = new Map([["app.paid", { probability: 0.4, delays: [HOUR], properties: [] }]]);
    const result = forecast(race({}), people(1_000), { ...options, likely });
    expect(entered(result, "w")).toBe(1_000);
    expect(entered(result, "yes")).toBeGreaterThan(340);
    expect(entered(result, "yes")).toBeLessThan(460);
    expect(entered(result, "yes") + entered(result, "no")).toBe(1_000);
    expect(result.outcomes).toMatchObject({ completed: 1_000, active: 0, notEntered: 0 });
  });

  test("the same seed gives the same forecast, another one another", () => {
    const likely = new Map([["app.paid", { probability: 0.5, delays: [], properties: [] }]]);
    const once = forecast(race({}), people(300), { ...options, likely });
    expect(forecast(race({}), people(300), { ...options, likely })).toEqual(once);
    expect(forecast(race({}), people(300), { ...options, likely, seed: "t" })).not.toEqual(once);
  });

  test("an event after the timeout comes too late", () => {
    const likely = new Map([["app.paid", { probability: 1, delays: [11 * DAY], properties: [] }]]);
    expect(entered(forecast(race({}), people(10), { ...options, likely }), "yes")).toBe(0);
  });

  test("who waits beyond the horizon is waiting", () => {
    const result = forecast(race({}), people(10), { ...options, days: 5 });
    expect(result.nodes.find((node) => node.nodeId === idOf("w"))).toMatchObject({ entered: 10, waiting: 10 });
    expect(result.outcomes.active).toBe(10);
  });

  test("filters judge real properties, and an event of another order does not count for this one", () => {
    const properties = [{ plan: "pro", orderId: 1 }];
    const likely: Map<string, Likelihood> = new Map([["app.paid", { probability: 1, delays: [HOUR], properties }]]);
    const yes = (filter: object) => entered(forecast(race(filter), people(10), { ...options, likely }), "yes");
    expect(yes({ filter: { plan: "pro" } })).toBe(10);
    expect(yes({ filter: { plan: "free" } })).toBe(0);
    const starts = { probability: 1, delays: [], properties: [{ orderId: 7 }] };
    likely.set("app.in", starts);
    expect(yes({ expression: "event.properties.orderId == trigger.properties.orderId" })).toBe(10);
  });

  test("who is kept out is counted by the reason", () => {
    const journey = sketch({
      steps: { start: START_STEP, exit: EXIT_STEP },
      links: chain("start", "exit"),
      settings: { entryConditions: { rules: { all: [{ field: "traits.n", op: "lt", value: 4 }] } } },
    });
    const result = forecast(programOf(journey), people(10), options);
    expect(result.outcomes).toMatchObject({ notEntered: 6, completed: 4, nearMisses: { entry_conditions: 6 } });
  });
});
