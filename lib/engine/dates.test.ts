import { describe, expect, test } from "vitest";
import { nodeKinds } from "#journey";
import { backtest, explain, forecast, nextDateStart, samplePerson, testRun } from "./index.ts";
import { findProblems } from "./problems/index.ts";
import { chain, DAY, EXIT_STEP, HOUR, programOf, run, START, sketch, wait } from "./testing/build.ts";

const birthday = (config: object = {}) =>
  sketch({
    steps: {
      start: { type: "TRIGGER", config: { triggerType: "DATE", triggerConfig: { trait: "birthday", ...config } } },
      w: wait("1h"),
      exit: EXIT_STEP,
    },
    links: chain("start", "w", "exit"),
  });
const morning = { time: "09:00", every: "year" };
const catalog = { content: null, segments: null, events: null };
const options = { workspaceTimezone: "UTC", now: START };
const born = (date: unknown) => samplePerson(START, { traits: { birthday: date } });

describe("S13 R55: a trigger on a date", () => {
  test("is said on its card, finished or not", () => {
    const say = (triggerConfig: object) => nodeKinds.TRIGGER.summary({ triggerType: "DATE", triggerConfig });
    expect(say({ trait: "birthday", ...morning })).toBe("Every year on birthday at 09:00");
    expect(say({ trait: "renewal", every: "once", offset: "-3d", zone: "Asia/Tokyo" })).toBe(
      "Once on renewal -3d (Asia/Tokyo)",
    );
    expect(say({})).toBe("Choose a trait");
  });

  test("tells what is missing or wrong, each at its field", () => {
    const found = (config: object) =>
      findProblems(birthday({ trait: "birthday", ...config }), catalog)
        .filter(({ severity }) => severity === "error")
        .map(({ code, field }) => [code, field]);
    expect(found(morning)).toEqual([]);
    expect(found({ trait: "" })).toEqual([["missing_config", "config.triggerConfig.trait"]]);
    expect(found({ offset: "soon", time: "9", zone: "PST", every: "month" })).toEqual([
      ["bad_duration", "config.triggerConfig.offset"],
      ["bad_config", "config.triggerConfig.time"],
      ["bad_config", "config.triggerConfig.zone"],
      ["bad_config", "config.triggerConfig.every"],
    ]);
  });

  test("L13: comes every year, and 29 February on the 28th in other than leap years", () => {
    const next = (after: string) =>
      nextDateStart({ trait: "birthday", time: "09:00", every: "year" }, "1992-02-29", "UTC", Date.parse(after))?.at;
    expect(["2026-01-01", "2026-03-01", "2027-03-01"].map((day) => next(day))).toEqual(
      ["2026-02-28T09:00Z", "2027-02-28T09:00Z", "2028-02-29T09:00Z"].map((day) => Date.parse(day)),
    );
  });

  test("says of a person who is not in when their date comes, or why it never does", () => {
    const document = birthday(morning);
    const ask = (date: unknown) => {
      const simulation = run(document);
      simulation.change("p", { traits: { birthday: date } });
      return explain({ input: simulation.view("p"), journeyId: programOf(document).journeyId }).sentence;
    };
    expect(ask("1990-03-05")).toContain("Their date comes on 5 March 2026, 09:00 (trait birthday is “1990-03-05”).");
    expect(ask("5 March")).toContain("is “5 March”, which is no date");
    expect(ask(null)).toContain("They have no trait birthday");
  });

  test("a test run begins on the date, once, and waits from there", () => {
    const { steps, outcome } = testRun(programOf(birthday(morning)), born("1990-03-05"), options);
    expect(steps.map(({ at }) => at - START)).toEqual(
      [3 * DAY, 3 * DAY, 3 * DAY + HOUR, 3 * DAY + HOUR].slice(0, steps.length),
    );
    expect(steps[0]?.sentence).toContain("on the date of their trait");
    expect(outcome.status).toBe("completed");
    const without = testRun(programOf(birthday(morning)), born(undefined), options);
    expect(without.outcome).toMatchObject({ status: "not_entered" });
    expect(without.outcome.sentence).toContain("no trait birthday");
  });

  test("a forecast enrolls people whose date comes within its days, and a backtest those whose date came", () => {
    const program = programOf(birthday(morning));
    const people = ["1990-03-05", "1990-03-28", null].map((date, index) => ({
      person: { ...born(date), id: `${index}0000000-0000-7000-8000-000000000000` },
    }));
    const foreseen = forecast(program, people, { ...options, days: 14, seed: "s", likely: new Map() });
    expect(foreseen.outcomes).toMatchObject({ notEntered: 2, completed: 1 });
    const lived = people.map((one) => ({ ...one, changes: [], events: [] }));
    const past = backtest(program, lived, { workspaceTimezone: "UTC", from: START, to: START + 30 * DAY });
    expect(past.totals).toMatchObject({ enrolled: 2, completed: 2 });
  });
});
