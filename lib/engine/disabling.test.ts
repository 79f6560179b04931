import { expect, test } from "vitest";
import { findProblems } from "./problems/index.ts";
import { simulate } from "./simulate/index.ts";
import {
  chain,
  EXIT_STEP,
  HOUR,
  idOf,
  paths,
  programOf,
  run,
  START,
  START_STEP,
  sketch,
  versionOf,
  wait,
} from "./testing/build.ts";

const disabled = true;
const RACE = { type: "event", event: "app.paid" } as const;
const CATALOG = { content: null, channels: null, segments: null, events: null };

function through(step: Parameters<typeof sketch>[0]["steps"][string], links: Parameters<typeof sketch>[0]["links"]) {
  const document = sketch({
    steps: { start: START_STEP, step: { ...step, disabled }, yes: EXIT_STEP, no: EXIT_STEP },
    links: [...chain("start", "step"), ...links],
  });
  const simulation = run(document);
  simulation.track("p", "in");
  return { document, hops: simulation.report.enrollments[0]?.hops ?? [], path: paths(simulation, document)[0] };
}

const YES = { from: "step", to: "yes" };
const NO = { from: "step", to: "no" };

test("a disabled step is passed through at once, and its receipt says so", () => {
  const { hops, path } = through(wait("30d"), [YES]);
  expect(path?.map(([name]) => name)).toEqual(["start", "step", "yes"]);
  expect(hops.at(-1)?.receipt).toMatchObject({ disabled: true });
});

test("of several exits a disabled step takes the default one", () => {
  const rules = { all: [{ field: "traits.plan", op: "is_set" }] };
  const { path } = through({ type: "CONDITION", config: { rules } }, [
    { ...YES, branch: "TRUE" },
    { ...NO, branch: "FALSE" },
  ]);
  expect(path?.at(-1)?.[0]).toBe("no");
});

test("where only an event led on, a disabled step leads on without it", () => {
  expect(through(wait("30d"), [{ ...YES, trigger: RACE }]).path?.at(-1)?.[0]).toBe("yes");
});

test("a disabled step may be unfinished, a way in or an end cannot be disabled", () => {
  const unfinished = sketch({
    steps: { start: START_STEP, mail: { type: "CONTENT", disabled }, end: EXIT_STEP },
    links: chain("start", "mail", "end"),
  });
  expect(findProblems(unfinished, CATALOG)).toEqual([]);
  const entry = sketch({
    steps: { start: { ...START_STEP, disabled }, end: { ...EXIT_STEP, disabled } },
    links: chain("start", "end"),
  });
  const codes = findProblems(entry, CATALOG).map(({ code, nodeId }) => [code, nodeId]);
  expect(codes).toEqual([
    ["cannot_disable", idOf("start")],
    ["cannot_disable", idOf("end")],
  ]);
});

test("a cycle whose only wait is disabled has no wait", () => {
  const cycle = (isOff: boolean) =>
    sketch({
      steps: { start: START_STEP, pause: { ...wait("1d"), ...(isOff ? { disabled } : {}) }, again: { type: "SPLIT" } },
      links: [...chain("start", "pause", "again"), { from: "again", to: "pause", weight: 100 }],
    });
  const codesOf = (isOff: boolean) => findProblems(cycle(isOff), CATALOG).map(({ code }) => code);
  expect(codesOf(true)).toContain("cycle_without_wait");
  expect(codesOf(false)).not.toContain("cycle_without_wait");
});

test("programs of earlier releases run documents without disabled steps only", () => {
  const of = (isOff: boolean) =>
    programOf(
      sketch({
        steps: { start: START_STEP, pause: { ...wait("1d"), ...(isOff ? { disabled } : {}) }, end: EXIT_STEP },
        links: chain("start", "pause", "end"),
      }),
    );
  expect([of(false).format, of(true).format]).toEqual([1, 6]);
  expect(JSON.stringify(of(false))).not.toContain("disabled");
});

test("people who wait at a step that the next version disables pass through it", () => {
  const journey = (isOff: boolean) =>
    sketch({
      steps: { start: START_STEP, pause: { ...wait("9d"), ...(isOff ? { disabled } : {}) }, end: EXIT_STEP },
      links: chain("start", "pause", "end"),
    });
  const versions = [versionOf(journey(true), "2")];
  const simulation = simulate({ journeys: [{ program: programOf(journey(false)) }], versions, start: START });
  simulation.track("p", "in");
  simulation.runTo(START + HOUR);
  const plan = { steps: [{ nodeId: idOf("pause"), action: "move" as const }] };
  simulation.send("p", { kind: "migrate", journeyId: idOf("journey"), toVersionId: idOf("version 2"), plan });
  expect(simulation.report.enrollments[0]).toMatchObject({ status: "completed" });
  expect(simulation.report.enrollments[0]?.hops.at(-1)?.receipt).toMatchObject({ disabled: true });
});
