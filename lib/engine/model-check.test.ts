import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkReadings } from "./testing/model-check.ts";
import { inOneBatch, inSplits, withDelay } from "./testing/random-story.ts";

// This seed once found a difference (events too deep in a chain were counted late); `bench/model-check.ts` searches for
// others.
const RUNS = { numRuns: 250, seed: -550744542 };
const same = (seen: unknown, expected: unknown) => expect(seen).toEqual(expected);

test("R19 everything in one batch makes the same history as signal by signal", () => {
  checkReadings(fc.constant(inOneBatch), same, RUNS);
});

test("R19 batches cut anywhere make the same history as signal by signal", () => {
  checkReadings(inSplits, same, RUNS);
});

test("R19 an inbox read late and in pieces makes the same history as signal by signal", () => {
  checkReadings(withDelay, same, RUNS);
});
