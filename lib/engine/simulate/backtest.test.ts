import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import type { PersonChange } from "../advance-input.ts";
import type { LoggedEvent } from "../signal.ts";
import {
  chain,
  DAY,
  EXIT_STEP,
  HOUR,
  idOf,
  programOf,
  run,
  START,
  START_STEP,
  sketch,
  wait,
} from "../testing/build.ts";
import { backtest } from "./backtest.ts";
import { rollBack } from "./roll-back.ts";
import { samplePerson } from "./test-run.ts";

const options = { from: START, to: START + 30 * DAY, workspaceTimezone: "UTC" };
const event = (name: string, at: number, properties: JsonObject = {}): LoggedEvent => ({
  id: idOf(`${name} ${at}`),
  name: `app.${name}`,
  properties,
  timestamp: at,
  receivedAt: at,
});
const change = (at: number, plan: string, before: string | null): PersonChange => ({
  at,
  source: "api",
  patch: { traits: { plan } },
  before: { traits: { plan: before } },
});
const branching = programOf(
  sketch({
    steps: {
      start: START_STEP,
      w: wait("2d"),
      pro: { type: "CONDITION", config: { expression: 'traits.plan == "pro"' } },
      yes: EXIT_STEP,
      no: EXIT_STEP,
    },
    links: [
      ...chain("start", "w", "pro"),
      { from: "pro", to: "yes", branch: "TRUE" },
      { from: "pro", to: "no", branch: "FALSE" },
    ],
  }),
);
const node = (result: ReturnType<typeof backtest>, name: string) =>
  result.nodes.find((candidate) => candidate.nodeId === idOf(name));

describe("backtest", () => {
  test("R41 a person is judged as they were then, not as they are now", () => {
    const person = samplePerson(START, { traits: { plan: "pro" } });
    const one = (at: number) => ({
      person,
      changes: [change(START + at, "pro", "free")],
      events: [event("in", START + HOUR)],
    });
    const result = backtest(branching, [one(DAY), one(3 * DAY)], options);
    expect(result.totals).toMatchObject({ enrolled: 2, completed: 2, active: 0 });
    expect([node(result, "yes")?.entered, node(result, "no")?.entered]).toEqual([1, 1]);
    expect(result.events).toBe(2);
  });

  test("R41 changes are undone backwards, however often a value changed", () => {
    const person = { ...samplePerson(START, { traits: { plan: "c", kept: 1 } }), tags: ["x"], lastEnteredAt: START };
    const changes = [
      change(START + 1, "b", null),
      { ...change(START + 2, "c", "b"), before: { traits: { plan: "b" }, tags: [] } },
    ];
    expect(rollBack(person, changes, START, [])).toMatchObject({ traits: { kept: 1 }, tags: [], lastEnteredAt: null });
    expect(rollBack(person, changes, START + 2, []).traits).toEqual({ plan: "b", kept: 1 });
  });

  test("it says of every enrollment what the live engine would have said", () => {
    const live = run(
      sketch({
        steps: { start: START_STEP, w: wait("2d"), exit: EXIT_STEP },
        links: chain("start", "w", "exit"),
        settings: { reEntry: "every" },
        goal: { type: "event", config: { eventName: "paid" } },
      }),
    );
    const program = [...live.view("p").snapshot.programs.values()][0];
    if (program === undefined) throw new Error("no program");
    const log = [event("in", START + HOUR), event("in", START + DAY), event("paid", START + 2 * DAY)];
    for (const { receivedAt, name } of log) {
      live.runTo(receivedAt);
      live.track("p", name);
    }
    live.runTo(options.to);
    const { totals } = backtest(program, [{ person: samplePerson(START), changes: [], events: log }], options);
    const statuses = live.report.enrollments.map((enrollment) => enrollment.status);
    expect(statuses).toEqual(["completed", "completed"]);
    expect(totals).toMatchObject({ enrolled: 2, completed: 2, converted: live.report.conversions.length });
  });

  test("R41 a branch on what happened to a message is unknown: the enrollment stays there, goals still end it", () => {
    const journey = sketch({
      steps: {
        start: START_STEP,
        modal: { type: "CONTENT", config: { contentType: "modal", timeout: "1d" }, contentId: "tour" },
        late: EXIT_STEP,
      },
      links: [...chain("start", "modal"), { from: "modal", to: "late", branch: "timeout" }],
      goal: { type: "event", config: { eventName: "paid" } },
    });
    const one = (...events: LoggedEvent[]) => ({ person: samplePerson(START), changes: [], events });
    const result = backtest(
      programOf(journey),
      [one(event("in", START)), one(event("in", START), event("paid", START + 5 * DAY))],
      options,
    );
    expect(node(result, "late")?.entered).toBe(0);
    expect(node(result, "modal")).toMatchObject({ entered: 2, waiting: 1, exited: 1 });
    expect(result.totals).toMatchObject({ active: 1, completed: 1, converted: 1 });
    expect(result.unknown).toEqual(["“modal”: the outcome of 2 visits is unknown, so they stay there."]);
  });

  test("events before the window are counted by rules and start nothing", () => {
    const journey = sketch({
      steps: { start: START_STEP, exit: EXIT_STEP },
      links: chain("start", "exit"),
      settings: { entryConditions: { rules: { all: [{ event: "used", count: { gte: 2 }, within: "10d" }] } } },
    });
    const before = [event("used", START - DAY), event("in", START - HOUR), event("used", START - HOUR)];
    const events = [...before, event("in", START + HOUR)];
    const result = backtest(programOf(journey), [{ person: samplePerson(START), changes: [], events }], options);
    expect(result.totals).toMatchObject({ enrolled: 1, nearMisses: {} });
    expect(result.events).toBe(1);
  });

  test("R28 members of an audience enter when it begins, others when they join", () => {
    const rules = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };
    const segment = { id: idOf("segment"), key: "pros", number: 1, rules };
    const byHand = { type: "TRIGGER" as const, config: { triggerType: "MANUAL", triggerConfig: {} } };
    const journey = sketch({
      steps: { start: byHand, w: wait("90d") },
      links: chain("start", "w"),
      audienceId: segment.id,
    });
    const member = { person: samplePerson(START, { traits: { plan: "pro" }, segments: [segment.id] }) };
    const joins = {
      person: samplePerson(START, { traits: { plan: "pro" }, segments: [segment.id] }),
      changes: [
        { ...change(START + DAY, "pro", "free") },
        { at: START + DAY, source: "segments", patch: { addSegments: [segment.id] }, before: { segments: [] } },
      ],
    };
    const result = backtest(
      programOf(journey),
      [
        { changes: [], events: [], ...member },
        { events: [], ...joins },
        { person: samplePerson(START), changes: [], events: [] },
      ],
      { ...options, segments: new Map([[segment.id, segment]]) },
    );
    expect(result.totals).toMatchObject({ enrolled: 2, active: 2 });
  });
});
