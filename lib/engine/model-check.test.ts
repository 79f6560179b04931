import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkReadings } from "./testing/model-check.ts";
import { inOneBatch, inSplits, withDelay } from "./testing/random-story.ts";

// The same lives every time: new ones are looked for by `bench/model-check.ts`, and what they find is no surprise of a release.
const RUNS = { numRuns: 250, seed: 1 };
const same = (seen: unknown, expected: unknown) => expect(seen).toEqual(expected);

test("R19 everything in one batch makes the same history as signal by signal", () => {
  checkReadings(fc.constant(inOneBatch), same, RUNS);
});

test("R19 batches cut anywhere make the same history as signal by signal", () => {
  checkReadings(inSplits, same, RUNS);
});

test("R19 a mailbox read late and in pieces makes the same history as signal by signal", () => {
  checkReadings(withDelay, same, RUNS);
});
