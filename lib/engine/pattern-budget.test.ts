import { expect, test } from "vitest";
import { parseExpression } from "./expressions/index.ts";
import { findProblems } from "./problems/index.ts";
import { chain, EXIT_STEP, run, START_STEP, sketch } from "./testing/build.ts";

const slow = (index: number) => `(?i)${"\\pL".repeat(9)}${index}`;
const nothing: Parameters<typeof findProblems>[1] = { content: null, events: null, journeys: null, segments: null };

test("T1: the regular expressions of one document are refused where they come to too much together", () => {
  const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
  const document = (pattern: (index: number) => string) =>
    sketch({
      steps: {
        start: START_STEP,
        ...Object.fromEntries(
          names.map((name, index) => [
            name,
            { type: "CONDITION" as const, config: { expression: `stage.matches(r'${pattern(index)}')` } },
          ]),
        ),
        exit: EXIT_STEP,
      },
      links: chain("start", ...names, "exit").map((link) =>
        link.from === "start" ? link : { ...link, branch: "TRUE" },
      ),
    });
  const refused = (pattern: (index: number) => string) =>
    findProblems(document(pattern), nothing).filter(({ message }) => message.includes("leave room for"));
  expect(refused(slow)).toHaveLength(35);
  expect(refused(() => slow(0))).toHaveLength(0);
});

test("T1: and so are those of one expression", () => {
  const source = Array.from({ length: 20 }, (_, index) => `stage.matches(r'${slow(index)}')`).join("||");
  expect(parseExpression(source)).toMatchObject({ error: expect.stringContaining("leave room for") });
});

test("T1: an expression that is refused before it runs leaves the others of the signal their steps", () => {
  const long = Array.from({ length: 12_000 }, (_, index) => index);
  // Three million steps are charged before it runs.
  const refused = `traits.long.all(a, ${Array.from({ length: 65 }, () => "a >= 0.0").join(" && ")})`;
  const steps = {
    start: START_STEP,
    large: { type: "CONDITION" as const, config: { expression: refused } },
    small: { type: "CONDITION" as const, config: { expression: "traits.long.all(a, a >= 0.0)" } },
    yes: EXIT_STEP,
    no: EXIT_STEP,
  };
  const links = [
    ...chain("start", "large"),
    { from: "large", to: "no", branch: "TRUE" },
    { from: "large", to: "small", branch: "FALSE" },
    { from: "small", to: "yes", branch: "TRUE" },
    { from: "small", to: "no", branch: "FALSE" },
  ];
  const journey = sketch({ steps, links });
  const simulation = run(journey);
  simulation.change("p", { traits: { long } });
  simulation.track("p", "in");
  const last = simulation.report.enrollments[0]?.hops.findLast(({ to }) => to !== null)?.to;
  expect(journey.nodes.find(({ id }) => id === last)?.name).toBe("yes");
});
