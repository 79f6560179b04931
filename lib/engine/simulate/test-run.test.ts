import { describe, expect, test } from "vitest";
import {
  chain,
  DAY,
  EXIT_STEP,
  email,
  HOUR,
  idOf,
  programOf,
  START,
  START_STEP,
  sketch,
  wait,
} from "../testing/build.ts";
import { samplePerson, testRun } from "./test-run.ts";

const options = { now: START, workspaceTimezone: "UTC" };
const sentences = (run: ReturnType<typeof testRun>) => run.steps.map((step) => step.sentence);

const isPro = { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } };
const branching = programOf(
  sketch({
    steps: {
      start: START_STEP,
      w: wait("2d"),
      pro: { type: "CONDITION", config: isPro },
      mail: email,
      exit: EXIT_STEP,
    },
    links: [
      ...chain("start", "w", "pro"),
      { from: "pro", to: "mail", branch: "TRUE" },
      { from: "pro", to: "exit", branch: "FALSE" },
      ...chain("mail", "exit"),
    ],
  }),
);

describe("test run", () => {
  test("waits are skipped, every decision is told, and the message is listed", () => {
    const run = testRun(branching, samplePerson(START, { traits: { plan: "pro" } }), options);
    expect(run.steps.map((step) => step.at - START)).toEqual([0, 0, 2 * DAY, 2 * DAY, 2 * DAY]);
    expect(sentences(run)).toEqual([
      "Entered at “start” by an event.",
      "Passed “start”, continued to “w”.",
      "The wait at “w” was over, continued to “pro”.",
      "“pro” resulted in true (trait plan is “pro”), continued to “mail”.",
      "“mail” was handed over for delivery, continued to “exit”.",
    ]);
    expect(run.deliveries).toMatchObject([{ name: "mail", contentType: "email", at: START + 2 * DAY, sent: true }]);
    expect(run.outcome).toMatchObject({ status: "completed", exitReason: "finished" });
    expect(run.path.nodeIds).toEqual(["start", "w", "pro", "mail", "exit"].map(idOf));
  });

  test("another person takes another way", () => {
    const run = testRun(branching, samplePerson(START), options);
    expect(run.deliveries).toEqual([]);
    expect(run.path.nodeIds).not.toContain(idOf("mail"));
  });

  test("a made-up event fits the trigger's filter and the entry conditions", () => {
    const trigger = { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in", filter: { plan: "pro" } } };
    const journey = sketch({
      steps: { start: { type: "TRIGGER", config: trigger }, exit: EXIT_STEP },
      links: chain("start", "exit"),
      settings: { entryConditions: { country: "PT" } },
    });
    expect(testRun(programOf(journey), samplePerson(START), options).outcome.status).toBe("completed");
  });

  test("who is kept out is told why", () => {
    const run = testRun(branching, samplePerson(START, { externalId: null }), options);
    expect(run.outcome).toMatchObject({ status: "not_entered", nearMiss: "anonymous" });
    expect(run.outcome.sentence).toContain("anonymous");
  });

  const awaiting = programOf(
    sketch({
      steps: { start: START_STEP, w: { type: "WAIT_FOR_EVENT", config: { eventName: "paid" } }, exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
    }),
  );

  test("events happen at their time, and without them the run ends where the person waits", () => {
    const waiting = testRun(awaiting, samplePerson(START), options);
    expect(waiting.outcome.status).toBe("active");
    expect(waiting.outcome.sentence).toContain("waiting for an event");
    const run = testRun(awaiting, samplePerson(START), { ...options, events: [{ after: "3h", eventName: "paid" }] });
    expect(run.steps.at(-1)).toMatchObject({ at: START + 3 * HOUR, cause: "event" });
    expect(run.outcome.status).toBe("completed");
  });

  test("in-page content is completed unless it is to be dismissed or left alone", () => {
    const journey = programOf(
      sketch({
        steps: {
          start: START_STEP,
          modal: { type: "CONTENT", config: { contentType: "modal" }, contentId: "tour" },
          done: EXIT_STEP,
          no: EXIT_STEP,
          late: EXIT_STEP,
        },
        links: [
          ...chain("start", "modal"),
          { from: "modal", to: "done", branch: "completed" },
          { from: "modal", to: "no", branch: "dismissed" },
          { from: "modal", to: "late", branch: "timeout" },
        ],
      }),
    );
    const end = (inPage: "completed" | "dismissed" | "timeout") =>
      testRun(journey, samplePerson(START), { ...options, outcomes: { inPage } }).path.nodeIds.at(-1);
    expect([end("completed"), end("dismissed"), end("timeout")]).toEqual(["done", "no", "late"].map(idOf));
  });

  test("a journey that goes round for ever is followed for a bounded while", () => {
    const journey = sketch({
      steps: { start: START_STEP, w: wait("1d") },
      links: [...chain("start", "w"), { from: "w", to: "w" }],
    });
    const run = testRun(programOf(journey), samplePerson(START), options);
    expect(run.outcome.status).toBe("active");
    expect(run.steps.length).toBeGreaterThan(1_000);
    expect(run.steps.length).toBeLessThan(4_000);
  });
});
