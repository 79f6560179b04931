import { describe, expect, it } from "vitest";
import { chain, EXIT_STEP, paths, run, START_STEP, sketch } from "./testing/build.ts";

const long = Array.from({ length: 12_000 }, (_, index) => index);
const CUBIC = "traits.long.all(a, traits.long.all(b, traits.long.all(c, a + b + c >= 0.0)))";
const SENTENCE = "the expression takes too many steps";

describe("T1: an expression of a published journey that takes too many steps for a person", () => {
  const fork = [...chain("start", "test", "yes"), { from: "test", to: "no", branch: "FALSE" }];
  const links = fork.map((link) => (link.to === "yes" ? { ...link, branch: "TRUE" } : link));
  const steps = {
    start: START_STEP,
    test: { type: "CONDITION" as const, config: { expression: CUBIC } },
    yes: EXIT_STEP,
    no: EXIT_STEP,
  };

  it("T1: makes its condition false, and the receipt says why; others go their way", () => {
    const journey = sketch({ steps, links });
    const simulation = run(journey);
    simulation.change("p", { traits: { long } });
    simulation.change("q", { traits: { long: [1, 2, 3] } });
    simulation.track("p", "in");
    simulation.track("q", "in");
    expect(paths(simulation, journey).map((path) => path.at(-1)?.[0])).toEqual(["no", "yes"]);
    const hop = simulation.report.enrollments[0]?.hops.find(({ receipt }) => "errors" in receipt);
    expect(hop?.receipt).toMatchObject({ errors: [SENTENCE] });
  });

  it("T1: fails the step that computes a value with it, with a receipt, and no other enrollment", () => {
    const operations = [{ type: "set_attribute", attribute: "n", expression: `${CUBIC} ? 1 : 2` }];
    const journey = sketch({
      steps: { start: START_STEP, compute: { type: "ACTION", config: { operations } }, exit: EXIT_STEP },
      links: chain("start", "compute", "exit"),
    });
    const simulation = run(journey);
    simulation.change("p", { traits: { long } });
    simulation.change("q", { traits: { long: [1, 2, 3] } });
    simulation.track("p", "in");
    simulation.track("q", "in");
    const [failed, finished] = simulation.report.enrollments;
    expect(failed).toMatchObject({ status: "failed", exitReason: "step_failed" });
    expect(JSON.stringify(failed?.hops.at(-1)?.receipt)).toContain(SENTENCE);
    expect(finished).toMatchObject({ status: "completed", exitReason: "finished" });
  });

  it("T1: shares its steps with all others of the same signal, and the next signal has its own", () => {
    const QUADRATIC = "traits.long.all(a, traits.long.all(b, a + b >= 0.0))";
    const names = Array.from({ length: 12 }, (_, index) => `test${index}`);
    const journey = sketch({
      steps: {
        start: START_STEP,
        ...Object.fromEntries(names.map((name) => [name, { type: "CONDITION", config: { expression: QUADRATIC } }])),
        yes: EXIT_STEP,
        no: EXIT_STEP,
      },
      links: [
        { from: "start", to: "test0" },
        ...names.flatMap((name, index) => [
          { from: name, to: names[index + 1] ?? "yes", branch: "TRUE" },
          { from: name, to: "no", branch: "FALSE" },
        ]),
      ],
    });
    const simulation = run(journey);
    // One evaluation takes about 400,000 steps.
    simulation.change("p", { traits: { long: long.slice(0, 250) } });
    simulation.change("q", { traits: { long: long.slice(0, 10) } });
    simulation.track("p", "in");
    simulation.track("q", "in");
    const [p, q] = paths(simulation, journey).map((path) => path.map(([name]) => name));
    expect(p?.at(-1)).toBe("no");
    expect(p?.length).toBeGreaterThan(4);
    expect(p?.length).toBeLessThan(10);
    expect(q?.at(-1)).toBe("yes");
  });
});
