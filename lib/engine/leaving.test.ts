import { describe, expect, test } from "vitest";
import { chain, DAY, EXIT_STEP, email, HOUR, run, START, START_STEP, sketch, wait } from "./testing/build.ts";

type Goal = NonNullable<Parameters<typeof sketch>[0]["goal"]>;
const journey = (more: { settings?: Record<string, unknown>; goal?: Goal } = {}) =>
  sketch({
    steps: { start: START_STEP, mail: email, w: wait("30d"), exit: EXIT_STEP },
    links: chain("start", "mail", "w", "exit"),
    ...more,
  });
const pro: Goal = { type: "attribute_match", config: { attribute: "plan", operator: "eq", value: "pro" } };
const bought: Goal = { type: "event", config: { eventName: "bought" } };

function entered(more: Parameters<typeof journey>[0]) {
  const simulation = run(journey(more));
  simulation.track("p", "in");
  simulation.runTo(START + HOUR);
  return simulation;
}
const enrollment = (simulation: ReturnType<typeof entered>) => simulation.report.enrollments[0];

describe("leaving", () => {
  test("a goal cuts a wait short at once and is one conversion", () => {
    const simulation = entered({ goal: bought });
    simulation.track("p", "bought");
    simulation.track("p", "bought");
    expect(enrollment(simulation)).toMatchObject({
      status: "completed",
      exitReason: "goal_reached",
      endedAt: START + HOUR,
    });
    expect(simulation.report.conversions).toHaveLength(1);
  });

  test.each([
    ["page_visit", { matchType: "contains", pattern: "/thanks" }, "page.viewed", { url: "https://x.test/thanks?a=1" }],
    ["flow_completed", { flowId: "tour" }, "content.completed", { contentId: "tour" }],
    ["event", { eventName: "bought", filter: { plan: "pro" } }, "bought", { plan: "pro" }],
  ] as const)("a goal of the type %s is reached by its event only", (type, config, event, properties) => {
    const simulation = entered({ goal: { type, config } });
    simulation.track("p", event, {});
    expect(enrollment(simulation)?.status).toBe("active");
    simulation.track("p", event, properties);
    expect(enrollment(simulation)).toMatchObject({ exitReason: "goal_reached" });
  });

  test("R26 a goal that only counts lets the enrollment go on, and disarms the deadline", () => {
    const simulation = entered({ goal: { ...bought, exitOnGoal: false, deadline: 2 } });
    simulation.track("p", "bought");
    simulation.runTo(START + 31 * DAY);
    expect(enrollment(simulation)).toMatchObject({ status: "completed", exitReason: "finished" });
    expect(simulation.report.conversions).toHaveLength(1);
  });

  test("R26 an attribute goal that was true at entry counts once it goes false and true again", () => {
    const goal = { ...pro, exitOnGoal: false };
    const simulation = run(journey({ goal }), { newPerson: () => ({ traits: { plan: "pro" } }) });
    simulation.track("p", "in");
    simulation.change("p", { traits: { seats: 3 } });
    expect(simulation.report.conversions).toHaveLength(0);
    simulation.change("p", { traits: { plan: "free" } });
    simulation.change("p", { traits: { plan: "pro" } });
    expect(simulation.report.conversions).toHaveLength(1);
  });

  test("R26 a missed deadline ends the enrollment in days from enrollment", () => {
    const simulation = entered({ goal: { ...bought, deadline: 2 } });
    simulation.runTo(START + 3 * DAY);
    expect(enrollment(simulation)).toMatchObject({
      status: "stopped",
      exitReason: "goal_deadline",
      endedAt: START + 2 * DAY,
    });
  });

  test.each([
    ["an event", { eventName: "refund", filter: { full: true } }],
    ["rules", { rules: { all: [{ field: "traits.n", op: "gt", value: 1 }] } }],
    ["an expression", { expression: '"gone" in tags' }],
  ] as const)("an exit condition by %s ends the enrollment at once", (kind, condition) => {
    const simulation = entered({ settings: { exitConditions: [condition] } });
    simulation.track("p", "refund", { full: false });
    expect(enrollment(simulation)?.status).toBe("active");
    if (kind === "an event") simulation.track("p", "refund", { full: true });
    else simulation.change("p", { traits: { n: 2 }, addTags: ["gone"] });
    expect(enrollment(simulation)).toMatchObject({
      status: "stopped",
      exitReason: "exit_condition",
      endedAt: START + HOUR,
    });
  });

  test("R18 one event that is goal and exit condition is the goal; a stop comes before both", () => {
    const simulation = entered({ goal: bought, settings: { exitConditions: [{ eventName: "bought" }] } });
    simulation.track("p", "bought");
    expect(enrollment(simulation)).toMatchObject({ exitReason: "goal_reached" });
  });

  test("maxDuration in days or as a duration ends the enrollment where it stands", () => {
    for (const maxDuration of [1, "24h"]) {
      const simulation = entered({ settings: { maxDuration } });
      simulation.runTo(START + 2 * DAY);
      expect(enrollment(simulation)).toMatchObject({ exitReason: "max_duration", endedAt: START + DAY });
    }
  });

  test("R27 leaving cancels what is not sent yet, reaching the end cancels nothing", () => {
    const left = entered({ goal: bought });
    left.pause("queue");
    left.track("q", "in");
    left.track("p", "bought");
    left.resume();
    expect(enrollment(left)?.exitReason).toBe("goal_reached");
    const early = run(
      sketch({ steps: { start: START_STEP, mail: email, exit: EXIT_STEP }, links: chain("start", "mail", "exit") }),
    );
    early.track("p", "in");
    expect(early.report.deliveries.map(({ status }) => status)).toEqual(["released"]);
    const queueing = run(
      sketch({
        steps: { start: START_STEP, w: wait("1h"), mail: email, v: wait("1h"), exit: EXIT_STEP },
        links: chain("start", "w", "mail", "v", "exit"),
        goal: bought,
      }),
    );
    queueing.track("p", "in");
    queueing.pause("queue");
    queueing.runTo(START + HOUR + 1);
    queueing.track("p", "bought");
    queueing.resume();
    expect(queueing.report.deliveries.map(({ status }) => status)).toEqual(["cancelled"]);
  });
});
