import { expect, test } from "vitest";
import { chain, EXIT_STEP, paths, run, START_STEP, sketch } from "./testing/build.ts";

const split = (weights: readonly (number | null)[], sticky = false) =>
  sketch({
    steps: { start: START_STEP, split: { type: "SPLIT", config: { sticky } }, a: EXIT_STEP, b: EXIT_STEP },
    links: [
      ...chain("start", "split"),
      { from: "split", to: "a", weight: weights[0] ?? null },
      { from: "split", to: "b", weight: weights[1] ?? null },
    ],
    settings: { reEntry: "every" },
  });

function sharesOf(journey: ReturnType<typeof split>, people: number): number {
  const simulation = run(journey);
  for (let person = 0; person < people; person += 1) simulation.track(`p${person}`, "in");
  return paths(simulation, journey).filter((path) => path[2]?.[0] === "a").length / people;
}

test("a split without weights gives equal shares", () => {
  expect(Math.abs(sharesOf(split([null, null]), 4_000) - 0.5)).toBeLessThan(0.03);
});

test("a split follows its weights", () => {
  expect(Math.abs(sharesOf(split([90, 10]), 4_000) - 0.9)).toBeLessThan(0.02);
  expect(sharesOf(split([100, 0]), 200)).toBe(1);
});

test("a sticky split sends a person the same way every time, a plain one does not", () => {
  const ways = (sticky: boolean) => {
    const journey = split([null, null], sticky);
    const simulation = run(journey);
    for (let round = 0; round < 20; round += 1) simulation.track("p", "in");
    return new Set(paths(simulation, journey).map((path) => path[2]?.[0])).size;
  };
  expect(ways(true)).toBe(1);
  expect(ways(false)).toBe(2);
});

test("the receipt of a condition says what it saw and why an expression failed", () => {
  const config = {
    branches: [
      { key: "pro", expression: 'traits.plan == "pro"' },
      { key: "big", expression: "traits.seats > 5" },
    ],
  };
  const journey = sketch({
    steps: { start: START_STEP, c: { type: "CONDITION", config }, exit: EXIT_STEP },
    links: chain("start", "c", "exit"),
  });
  const simulation = run(journey, { newPerson: () => ({ traits: { seats: 9 } }) });
  simulation.track("p", "in");
  const receipt = simulation.report.enrollments[0]?.hops[2]?.receipt;
  expect(receipt).toMatchObject({ result: "big", seen: { "traits.plan": null, "traits.seats": 9 } });
  expect(receipt?.errors).toEqual([expect.stringContaining("plan")]);
});
