import { describe, expect, test } from "vitest";
import { simulate } from "./simulate/index.ts";
import { chain, EXIT_STEP, idOf, programOf, run, START, START_STEP, sketch } from "./testing/build.ts";

const hook = {
  type: "CONTENT" as const,
  config: { contentType: "webhook", storeResponseAs: "credit" },
  contentId: "hook",
};
const journey = sketch({
  steps: {
    start: START_STEP,
    hook,
    rich: {
      type: "CONDITION",
      config: { expression: "context.credit.status == 200 && context.credit.body.score > 700" },
    },
    yes: EXIT_STEP,
    no: EXIT_STEP,
    broken: EXIT_STEP,
  },
  links: [
    ...chain("start", "hook"),
    { from: "hook", to: "rich", branch: "next" },
    { from: "hook", to: "broken", branch: "failed" },
    { from: "rich", to: "yes", branch: "TRUE" },
    { from: "rich", to: "no", branch: "FALSE" },
  ],
});

/** Where the enrollment ends when the webhook returns this outcome and response. */
function answered(outcome: string, response?: { status: number; body?: unknown }, pause = false) {
  const simulation = run(journey);
  simulation.track("p", "in");
  const request = simulation.report.deliveries[0]?.request;
  const { enrollmentId = "", visit = 0 } = request ?? {};
  expect(simulation.report.enrollments[0]?.status).toBe("active");
  if (pause) simulation.pause("hold");
  const answer = response === undefined ? {} : { response };
  simulation.send("p", { kind: "delivery", enrollmentId, nodeId: idOf("hook"), visit, outcome, ...answer });
  if (pause) simulation.resume();
  return simulation.report.enrollments[0]?.hops.at(-1)?.to;
}

describe("a webhook whose answer is stored", () => {
  test("keeps people until it came, and guards read it as context", () => {
    expect(answered("sent", { status: 200, body: { score: 810 } })).toBe(idOf("yes"));
    expect(answered("sent", { status: 200, body: { score: 300 } })).toBe(idOf("no"));
    expect(answered("sent", { status: 202 })).toBe(idOf("no"));
  });

  test("that failed takes the exit for it", () => {
    expect(answered("failed", { status: 500, body: "no" })).toBe(idOf("broken"));
    expect(answered("failed")).toBe(idOf("broken"));
  });

  test("S29: that was skipped, as a variable was empty, goes on as if it had been made", () => {
    expect(answered("skipped")).toBe(idOf("no"));
  });

  test("R32 an answer that comes during a hold is kept with what it said", () => {
    expect(answered("sent", { status: 200, body: { score: 810 } }, true)).toBe(idOf("yes"));
  });

  test("a body that is too long is left out", () => {
    expect(answered("sent", { status: 200, body: { score: 810, more: "x".repeat(70_000) } })).toBe(idOf("no"));
  });

  test("an answer to another visit moves nobody", () => {
    const simulation = run(journey);
    simulation.track("p", "in");
    const { enrollmentId = "" } = simulation.report.enrollments[0] ?? {};
    simulation.send("p", { kind: "delivery", enrollmentId, nodeId: idOf("hook"), visit: 99, outcome: "sent" });
    expect(simulation.report.enrollments[0]?.status).toBe("active");
  });
});

describe("chains of effects", () => {
  const starting = (name: string, other: string) =>
    programOf(
      sketch({
        steps: {
          start: { type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: name } } },
          act: { type: "ACTION", config: { operations: [{ type: "emit_event", eventName: other }] } },
          exit: EXIT_STEP,
        },
        links: chain("start", "act", "exit"),
        settings: { reEntry: "every" },
      }),
      name,
    );
  test("R22 two journeys that start each other stop after sixteen, and the alert names who began", () => {
    const simulation = simulate({
      journeys: [{ program: starting("ping", "pong") }, { program: starting("pong", "ping") }],
      start: START,
    });
    simulation.track("p", "ping");
    expect(simulation.report.enrollments).toHaveLength(17);
    expect(simulation.report.alerts).toMatchObject([{ code: "depth_limit", detail: { kind: "event" } }]);
    simulation.track("p", "ping");
    expect(simulation.report.enrollments).toHaveLength(34);
  });
});

test("properties of an event or an enrollment that an action makes may name what the enrollment knows", () => {
  const properties = {
    order: "trigger.properties.orderId",
    plan: "person.traits.plan",
    word: "as it is",
    none: "trigger.no",
  };
  const operations = [
    { type: "emit_event", eventName: "told", properties },
    { type: "enroll", journey: "other", properties },
  ];
  const first = programOf(
    sketch({
      steps: { start: START_STEP, act: { type: "ACTION", config: { operations } }, exit: EXIT_STEP },
      links: chain("start", "act", "exit"),
    }),
  );
  const manual = { triggerType: "MANUAL", triggerConfig: {} };
  const byEvent = { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "told" } };
  const keeping = (trigger: typeof manual | typeof byEvent, attribute: string) =>
    programOf(
      sketch({
        steps: {
          begin: { type: "TRIGGER", config: trigger },
          keep: {
            type: "ACTION",
            config: { operations: [{ type: "set_attribute", attribute, expression: "trigger.properties" }] },
          },
        },
        links: chain("begin", "keep"),
      }),
      attribute,
    );
  const simulation = simulate({
    journeys: [
      { program: first },
      { program: keeping(byEvent, "told") },
      { program: keeping(manual, "enrolled"), key: "other" },
    ],
    start: START,
  });
  simulation.send("p", { kind: "patch", patch: { traits: { plan: "pro" } }, source: "test" });
  simulation.track("p", "in", { orderId: 42 });
  const seen = { order: 42, plan: "pro", word: "as it is", none: null };
  expect(simulation.view("p").person.traits).toEqual({ plan: "pro", told: seen, enrolled: seen });
});
