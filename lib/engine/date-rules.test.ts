import { describe, expect, test } from "vitest";
import { FieldRule, type Rule } from "#journey";
import { ruleCases } from "./cases/index.ts";
import { ruleContextOf, type Subject } from "./guards/evaluate-rules.ts";
import { holds } from "./guards/rules.ts";
import { findProblems } from "./problems/index.ts";
import { chain, DAY, EXIT_STEP, HOUR, run, START, START_STEP, sketch } from "./testing/build.ts";

const nobody = { id: "p", externalId: "p", anonymousId: null, tags: [], stage: null, segments: [] };

/** Whether the rule holds at `now`, and when it asks to be evaluated again. */
function ask(rule: Rule, value: unknown, now: number, timezone = "UTC"): { holds: boolean; again: number | null } {
  const person = { ...nobody, traits: { d: value }, lastEnteredAt: null, createdAt: START } as Subject["person"];
  const facts = ruleContextOf({ person, events: [], now, timezone });
  return { holds: holds(rule, facts), again: facts.recheckAt };
}

const dated = ruleCases.flatMap(({ rule, traits, timezone }) =>
  "field" in rule && /^(before|after|within|is_today|anniversary)/.test(rule.op) ? [{ rule, traits, timezone }] : [],
);

describe("rules about dates", () => {
  test("there are cases for each comparison", () => {
    expect(new Set(dated.map(({ rule }) => rule.op)).size).toBe(6);
  });

  /** Evaluates the rule at each recheck time: between two of them the answer must be the same in every hour. */
  test.each(dated.map((one, index) => [`${index}: ${JSON.stringify(one)}`, one] as const))(
    "are looked at again when time changes the answer, and not before: %s",
    (_, { rule, traits, timezone }) => {
      let now = Date.parse("2026-02-20T00:00:00Z");
      const end = Date.parse("2026-11-10T00:00:00Z");
      let looks = 0;
      while (now < end && looks < 400) {
        const { holds: answer, again } = ask(rule, traits?.d, now, timezone);
        const until = Math.min(again ?? end, end);
        for (let at = now; at < until; at += 6 * HOUR) expect(ask(rule, traits?.d, at, timezone).holds).toBe(answer);
        expect(ask(rule, traits?.d, until - 1, timezone).holds).toBe(answer);
        now = Math.max(until, now + 1);
        looks += 1;
      }
      expect(looks).toBeLessThan(12);
    },
  );

  test("a condition that a date makes true lets the person go on at that very moment", () => {
    const include = [{ field: "traits.renews", op: "within_next", value: "7d" }];
    const document = sketch({
      steps: { start: START_STEP, w: { type: "WAIT_FOR_CONDITION", config: { include } }, exit: EXIT_STEP },
      links: [...chain("start", "w"), { from: "w", to: "exit", branch: "met" }],
    });
    const simulation = run(document);
    simulation.change("p", { traits: { renews: "2026-03-20" } });
    simulation.track("p", "in");
    simulation.runTo(START + 60 * DAY);
    expect(simulation.report.enrollments[0]?.endedAt).toBe(Date.parse("2026-03-13T00:00:00Z"));
  });

  test("a segment by dates is entered and left at midnight of the person", () => {
    const rules = { all: [{ field: "traits.birthday", op: "anniversary_today" }] };
    const segments = new Map([["s", { id: "s", key: "s", number: 1, rules }]]);
    const document = sketch({ steps: { start: START_STEP, exit: EXIT_STEP }, links: chain("start", "exit") });
    const simulation = run(document, { segments });
    simulation.change("p", { traits: { birthday: "1990-03-05", timezone: "Asia/Tokyo" } });
    simulation.runTo(START + 30 * DAY);
    const moves = simulation.report.changes.filter(({ source }) => source === "segments");
    expect(moves.map(({ at }) => new Date(at).toISOString().slice(0, 19))).toEqual([
      "2026-03-04T15:00:00",
      "2026-03-05T15:00:00",
    ]);
  });

  test("a value that means no date is refused at its field, and goals do not take them", () => {
    const found = FieldRule.safeParse({ field: "traits.d", op: "within_next", value: "soon" });
    expect(found.error?.issues).toMatchObject([
      { path: ["value"], message: "is not a duration such as 12h, 2d or 1w" },
    ]);
    const rules = { all: [{ field: "traits.d", op: "before", value: "tomorrow" }] };
    const document = sketch({
      steps: { start: START_STEP, c: { type: "CONDITION", config: { rules } }, exit: EXIT_STEP },
      links: chain("start", "c", "exit"),
      goal: { type: "attribute_match", config: { attribute: "d", operator: "is_today" } },
    });
    const problems = findProblems(document, { content: null, segments: null, events: null });
    expect(problems.filter(({ severity }) => severity === "error").map(({ field }) => field)).toEqual([
      "goalConfig.config.operator",
      "config.rules.all.0.value",
    ]);
  });
});
