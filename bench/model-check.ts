import { deepStrictEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { checkReadings } from "../lib/engine/testing/model-check.ts";
import { inOneBatch, inSplits, withDelay } from "../lib/engine/testing/random-story.ts";

/**
 * A long run of the engine's model check: random histories of one person, processed in one batch, in parts and late,
 * against signal by signal. `node bench/model-check.ts 20000 [seed]`; a difference is printed with its seed, and the
 * exit code is 1.
 */
const numRuns = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const readings = { "in one batch": fc.constant(inOneBatch), "in splits": inSplits, "late and in pieces": withDelay };

console.log(`${numRuns} lives each, seed ${seed}`);
for (const [name, reading] of Object.entries(readings)) {
  const started = performance.now();
  try {
    checkReadings(reading, (seen, expected) => deepStrictEqual(seen, expected), { numRuns, seed });
    console.log(`${name}: the same history every time (${((performance.now() - started) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    console.log(`${name}: differs`, error);
    process.exitCode = 1;
  }
}
