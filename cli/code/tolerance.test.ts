import { describe, expect, it } from "vitest";
import type { HeadCount } from "./plan.ts";
import { driftOf, EXACT, readTolerance } from "./tolerance.ts";

const counts = (inside: number, onHello: number): HeadCount => ({
  ...{ inside, stay: inside, move: 0, leave: 0, dueAtOnce: 0 },
  steps: [
    { name: "hello", version: 1, people: onHello, change: "same", fate: "stay", to: null, timers: null, dueAtOnce: 0 },
  ],
});

describe("tolerance", () => {
  it("is exact by default, for those inside and those on each step", () => {
    expect(driftOf(counts(100, 50), counts(100, 50), EXACT)).toEqual([]);
    expect(driftOf(counts(100, 50), counts(100, 51), EXACT)).toEqual(["50 were on hello, now 51"]);
  });

  it("allows a part of the people inside, or a number of them", () => {
    const drift = (text: string, inside: number, onHello: number) =>
      driftOf(counts(100, 50), counts(inside, onHello), readTolerance(text));
    expect(drift("5%", 105, 55)).toEqual([]);
    expect(drift("5%", 106, 50)).toEqual(["100 people were inside, now 106"]);
    expect(drift("5", 95, 44)).toEqual(["50 were on hello, now 44"]);
  });

  it("names what is no tolerance", () => {
    for (const text of ["", "5 people", "-1", "101%", "1.5"])
      expect(() => readTolerance(text), text).toThrow(/--tolerance is a part such as 5%/);
  });
});
