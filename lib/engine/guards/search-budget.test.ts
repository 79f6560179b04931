import { expect, test } from "vitest";
import type { Rule } from "#journey";
import type { SegmentDefinition } from "../advance-input.ts";
import { withinSharedSteps } from "../expressions/index.ts";
import { matchesUrl } from "../patterns.ts";
import { ruleContextOf } from "./evaluate-rules.ts";
import { judgeMemberships } from "./memberships.ts";
import { holds } from "./rules.ts";

const person = {
  id: "00000000-0000-7000-8000-000000000000",
  externalId: "p",
  anonymousId: null,
  lastEnteredAt: null,
  createdAt: 0,
  traits: { text: `${"a".repeat(60_000)}!`, short: "ada" },
  tags: [],
  stage: null,
  segments: [] as string[],
};
const subject = { person, events: [], now: 0, timezone: "UTC" };
const heavy = (index: number): Rule => ({
  field: "traits.text",
  op: "matches",
  value: `^[a-z]{20}${"b?".repeat(index + 1)}`,
});
const numbers = Array.from({ length: 50 }, (_, index) => index);

/** How many of 50 searches of a long text ran, and how many were refused. */
function searched() {
  const facts = ruleContextOf(subject);
  const made = numbers.filter((index) => holds(heavy(index), facts)).length;
  return { made, refused: facts.errors.length };
}

test("T1: searches of rules take their steps from those of the signal, and say when there are none left", () => {
  const { made, refused } = withinSharedSteps(searched);
  expect(made).toBeGreaterThan(5);
  expect(made).toBeLessThan(25);
  expect(made + refused).toBe(50);
  // The next signal has the full number of steps again, and gives the same result.
  expect(withinSharedSteps(searched)).toEqual({ made, refused });
});

test("T1: rules with a search that is refused hold for nobody, also inside a negation", () => {
  const facts = ruleContextOf(subject);
  withinSharedSteps(() => {
    searched();
    expect(holds({ all: [heavy(1)], not: true }, facts)).toBe(false);
    expect(facts.errors).toEqual(["the searches for patterns take too many steps together"]);
  });
});

test.each([
  { matchType: "glob" as const, pattern: `${"a*".repeat(200)}a` },
  { matchType: "regex" as const, pattern: "^a{20}" },
])("T1: addresses that are searched share the same steps: $matchType", (match) => {
  const address = "a".repeat(8_000);
  const found = withinSharedSteps(() => numbers.filter(() => matchesUrl(match, address)).length);
  expect(found).toBeGreaterThan(5);
  expect(found).toBeLessThan(50);
  withinSharedSteps(() => {
    for (const _ of numbers) matchesUrl(match, address);
    expect(matchesUrl({ matchType: "starts", pattern: "aa" }, address)).toBe(true);
  });
});

test("T1: who cannot be judged to the end stays in the segments they are in", () => {
  const segment = (id: string, rules: Rule): SegmentDefinition =>
    ({ id, key: id, number: 1, kind: "rules", rules }) as SegmentDefinition;
  const all = { all: numbers.map(heavy), not: true };
  const inside = { ...person, segments: ["kept"] };
  const { joins, leaves } = withinSharedSteps(() =>
    judgeMemberships(
      [segment("kept", all), segment("other", { all: [{ field: "traits.short", op: "eq", value: "ada" }] })],
      {
        ...subject,
        person: inside,
      },
    ),
  );
  expect({ joins, leaves }).toEqual({ joins: ["other"], leaves: [] });
});
