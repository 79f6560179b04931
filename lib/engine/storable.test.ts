import { describe, expect, test } from "vitest";
import { chain, EXIT_STEP, idOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";

type Operations = readonly Record<string, unknown>[];

const acting = (operations: Operations) =>
  sketch({
    steps: { start: START_STEP, act: { type: "ACTION", config: { operations } }, rest: wait("1d"), exit: EXIT_STEP },
    links: chain("start", "act", "rest", "exit"),
  });

/** Enrolls a person with these traits: the status of the enrollment, and the error if it failed. */
function enter(operations: Operations, traits: Record<string, unknown> = {}) {
  const simulation = run(acting(operations));
  simulation.change("p", { traits });
  simulation.track("p", "in");
  const [enrollment] = simulation.report.enrollments;
  return { enrollment, error: enrollment?.hops.at(-1)?.receipt.error, traits: simulation.view("p").person.traits };
}

const set = (expression: string) => [{ type: "set_attribute", attribute: "made", expression }];

describe("what a step computes", () => {
  test.each([
    ["a number without end", "traits.big * 10.0", "is not a finite number (Infinity)"],
    ["no number", "traits.big * 10.0 - traits.big * 10.0", "is not a finite number (NaN)"],
    ["a NUL character", '"a\\u0000b"', "contains a NUL character"],
    ["a NUL character deep inside", '{"list": [{"a\\u0000b": 1}]}', "contains a NUL character"],
    ["half of a surrogate pair", "traits.half", "contains half of a surrogate pair"],
    ["a text over 64 KB", "traits.long + traits.long", "is longer than 64 KB"],
  ])("S3: %s fails the step with a sentence, and the person stays as they were", (_what, expression, fault) => {
    const before = { big: 1e308, half: "\ud83d", long: "x".repeat(40_000) };
    const { enrollment, error, traits } = enter(set(expression), before);
    expect(enrollment).toMatchObject({ status: "failed", exitReason: "step_failed" });
    expect(error).toContain(`The value of made ${fault}`);
    expect(traits).toEqual(before);
  });

  test("S3: values mapped into an event are checked alike, and what was set off before them is undone", () => {
    const { enrollment, error } = enter(
      [
        { type: "tag_user", tagName: "first" },
        { type: "emit_event", eventName: "made", properties: { half: "traits.half" } },
      ],
      { half: "\ude00" },
    );
    expect(enrollment).toMatchObject({ status: "failed" });
    expect(error).toBe("One of the values half contains half of a surrogate pair.");
  });

  test("T13: a step that makes a person's traits longer than 64 KB in all fails, and one that makes them shorter does not", () => {
    const traits = { one: "x".repeat(30_000), two: "é".repeat(16_000) };
    expect(enter(set("traits.one"), traits).error).toContain("makes the person's traits longer than 64 KB");
    expect(enter(set('"short"'), traits).error).toBeUndefined();
    const large = { made: "x".repeat(100_000) };
    expect(enter(set('"short"'), large).traits).toEqual({ made: "short" });
  });

  test("T13: a trait doubled over and over stops at 64 KB", () => {
    const document = sketch({
      steps: {
        start: START_STEP,
        double: { type: "ACTION", config: { operations: set("traits.made + traits.made") } },
        exit: EXIT_STEP,
      },
      links: chain("start", "double", "exit"),
      settings: { reEntry: "every" },
    });
    const simulation = run(document);
    simulation.change("p", { traits: { made: "x" } });
    for (let times = 0; times < 40; times += 1) simulation.track("p", "in");
    expect(String(simulation.view("p").person.traits.made).length).toBe(32_768);
    expect(simulation.report.enrollments.map(({ status }) => status).lastIndexOf("completed")).toBe(14);
  });
});

describe("a date that is none", () => {
  const until = (value: unknown) => {
    const document = sketch({
      steps: {
        start: START_STEP,
        date: { type: "WAIT", config: { until: { trait: "renews", time: "09:00" } } },
        exit: EXIT_STEP,
      },
      links: chain("start", "date", "exit"),
    });
    const simulation = run(document);
    simulation.change("p", { traits: { renews: value } });
    simulation.track("p", "in");
    return simulation;
  };

  test.each([1_822_381_200_000_000_000, -1e18, 1e15, 9e307, "+012345-01-01T00:00:00Z", "1899-12-31", "soon"])(
    "S3: %s is waited for as if it were not there, and the receipt says why",
    (value) => {
      const simulation = until(value);
      const [enrollment] = simulation.report.enrollments;
      expect(enrollment).toMatchObject({ status: "active" });
      expect(simulation.nextDue).toBeNull();
      const [, hop] = enrollment?.hops ?? [];
      expect(hop?.to).toBe(idOf("date"));
      expect(hop?.receipt.awaitsDate).toBe(
        `renews is ${JSON.stringify(value)}, which is no date between the years 1900 and 9999`,
      );
      simulation.change("p", { traits: { renews: START / 1_000 + 86_400 } });
      expect(simulation.nextDue).toBe(START + 86_400_000);
    },
  );

  test("S3: a date that turns into none keeps the person waiting", () => {
    const simulation = until("2026-04-01");
    simulation.change("p", { traits: { renews: 1_822_381_200_000_000_000 } });
    expect(simulation.nextDue).toBeNull();
    expect(simulation.report.enrollments).toMatchObject([{ status: "active" }]);
  });
});
