import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { JourneyDocument } from "#journey";
import type { CountDelta } from "./index.ts";
import type { Simulation } from "./simulate/index.ts";
import { MINUTE, run, SECOND, START } from "./testing/build.ts";
import { type Happening, randomJourney, randomMinute, randomStory } from "./testing/random.ts";

const RUNS = { numRuns: 300 };

function play(simulation: Simulation, scenario: readonly Happening[]): number {
  let at = START;
  for (const { after, what } of scenario) {
    at += after;
    simulation.runTo(at);
    what(simulation);
  }
  return at;
}

function sums(counts: readonly CountDelta[]): Map<string, CountDelta> {
  const sum = new Map<string, CountDelta>();
  for (const delta of counts) {
    const before = sum.get(delta.elementId);
    sum.set(delta.elementId, {
      ...delta,
      entered: delta.entered + (before?.entered ?? 0),
      advanced: delta.advanced + (before?.advanced ?? 0),
      exited: delta.exited + (before?.exited ?? 0),
      failed: delta.failed + (before?.failed ?? 0),
    });
  }
  return sum;
}

/** The number of running enrollments at each node. */
function waiting({ report }: Simulation): Map<string, number> {
  const standing = new Map<string, number>();
  for (const enrollment of report.enrollments) {
    const node = enrollment.hops.findLast((hop) => hop.to !== null)?.to;
    if (enrollment.status === "active" && node) standing.set(node, (standing.get(node) ?? 0) + 1);
  }
  return standing;
}

test("any journey takes any life: it never throws, and every enrollment parks or ends", () => {
  void fc.assert(
    fc.property(randomJourney, randomStory, (document, scenario) => {
      const simulation = run(document);
      const end = play(simulation, scenario);
      simulation.runTo(end + 10 * MINUTE);
      for (const enrollment of simulation.report.enrollments) {
        const hops = enrollment.hops.filter((hop) => hop.to !== null);
        expect(hops.length).toBeGreaterThan(0);
        expect(enrollment.status === "active").toBe(enrollment.exitReason === null);
        expect(hops.every((hop, index) => index === 0 || hop.at >= (hops[index - 1]?.at ?? 0))).toBe(true);
      }
    }),
    RUNS,
  );
});

test("R36 on every node, entered = waiting + advanced + exited + failed", () => {
  void fc.assert(
    fc.property(randomJourney, randomStory, (document, scenario) => {
      const simulation = run(document);
      play(simulation, scenario);
      const counts = sums(simulation.report.counts);
      const standing = waiting(simulation);
      for (const node of document.nodes) {
        const { entered = 0, advanced = 0, exited = 0, failed = 0 } = counts.get(node.id) ?? {};
        expect(entered).toBe((standing.get(node.id) ?? 0) + advanced + exited + failed);
      }
    }),
    RUNS,
  );
});

test("the same input gives the same output, ids included", () => {
  void fc.assert(
    fc.property(randomJourney, randomStory, (document, scenario) => {
      const reports = [run(document), run(document)].map((simulation) => {
        play(simulation, scenario);
        return JSON.stringify(simulation.report);
      });
      expect(reports[0]).toBe(reports[1]);
    }),
    { numRuns: 100 },
  );
});

test("R19 the result does not depend on how signals are batched", () => {
  void fc.assert(
    fc.property(
      randomJourney,
      randomMinute,
      fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
      (document, scenario, cuts) => {
        const whole = batched(document, scenario, () => false);
        expect(batched(document, scenario, () => true)).toEqual(whole);
        expect(batched(document, scenario, (index) => cuts[index] === true)).toEqual(whole);
      },
    ),
    RUNS,
  );
});

/**
 * Runs the same happenings with the engine on only at the cuts and at the end: each time one batch reads everything
 * that waits.
 */
function batched(
  document: JourneyDocument,
  scenario: readonly Happening[],
  isCut: (index: number) => boolean,
): unknown {
  const simulation = run(document, { batching: "instant" });
  let at = START;
  simulation.stopEngine();
  for (const [index, { after, what }] of scenario.entries()) {
    at += after;
    simulation.runTo(at);
    what(simulation);
    if (!isCut(index)) continue;
    simulation.startEngine();
    simulation.runTo(at);
    simulation.stopEngine();
  }
  simulation.startEngine();
  simulation.runTo(at + 30 * SECOND);
  const { enrollments, conversions, nearMisses, changes, deliveries } = simulation.report;
  return {
    enrollments,
    conversions,
    nearMisses,
    changes,
    deliveries: deliveries.map(({ request }) => [request.id, request.nodeId, request.queuedAt]),
  };
}
