import { describe, expect, it } from "vitest";
import { DAY_MS } from "#times";
import { makePerson } from "../people/make-person.ts";
import { lifeOf } from "./life-of.ts";
import { signUpTimes } from "./sign-ups.ts";

const START = Date.UTC(2026, 0, 1);
const END = START + 90 * DAY_MS;

describe("a demo person", () => {
  it("is the same in every installation, and nobody who exists", () => {
    expect(makePerson(7)).toEqual(makePerson(7));
    const people = Array.from({ length: 500 }, (_, n) => makePerson(n + 1));
    for (const { traits } of people) if (traits.email) expect(traits.email).toMatch(/^[^@ ]+@example\.com$/);
    expect(people.filter(({ traits }) => !traits.email).length).toBeLessThan(25);
    expect(new Set(people.map(({ userId }) => userId)).size).toBe(500);
  });

  it("lives in order, from signing up to the end", () => {
    for (let number = 1; number < 200; number++) {
      const signedUpAt = START + number * 1_000_000;
      const actions = lifeOf(makePerson(number), number, signedUpAt, END);
      expect(actions[0]).toMatchObject({ at: signedUpAt, traits: { plan: "free" } });
      const times = actions.map((action) => action.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(END);
    }
  });

  it("signs up more often towards the end and seldom at night", () => {
    const times = signUpTimes(1_000, START, END);
    expect(times).toHaveLength(1_000);
    const middle = (START + END) / 2;
    expect(times.filter((at) => at > middle).length).toBeGreaterThan(550);
    expect(times.filter((at) => new Date(at).getUTCHours() < 6).length).toBeLessThan(150);
  });
});
