import { expect, test } from "vitest";
import type { JourneyNode, JsonObject } from "#journey";
import { chain, EXIT_STEP, idOf, sketch, wait } from "../testing/build.ts";
import { findLoopProblems, type LinkedJourney } from "./loops.ts";

type Draft = {
  readonly on: JsonObject;
  readonly does: JsonObject;
  readonly settings?: JsonObject;
  readonly audienceId?: string;
};

const again = { reEntry: "every" };
const onEvent = (eventName: string) => ({ triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } });
const onEntering = (segment: string) => ({ triggerType: "SEGMENT_ENTERED", triggerConfig: { segment } });
const byHand = { triggerType: "MANUAL", triggerConfig: {} };
const emits = (eventName: string) => ({ type: "emit_event", eventName });
const enrolls = (journey: string) => ({ type: "enroll", journey });
const adds = (segment: string) => ({ type: "add_segment", segment });

/** A journey that waits an hour and then runs an operation. */
function linked(name: string, { on, does, settings = again, audienceId }: Draft): LinkedJourney {
  const start: Pick<JourneyNode, "type" | "config"> = { type: "TRIGGER", config: on };
  const document = sketch({
    steps: { start, w: wait("1h"), act: { type: "ACTION", config: { operations: [does] } }, end: EXIT_STEP },
    links: chain("start", "w", "act", "end"),
    settings,
    ...(audienceId === undefined ? {} : { audienceId }),
  });
  return { id: idOf(name), name, names: [idOf(name), name], document };
}

const segmentOf = (reference: string) => (reference === "7" ? "vip" : reference);
const found = (own: LinkedJourney, ...others: LinkedJourney[]) =>
  findLoopProblems(own, [own, ...others], segmentOf).map(({ message }) => /: (“.*”)\. /.exec(message)?.[1]);

test("S14: journeys that set each other off are told with the way across them, however long they wait", () => {
  const a = linked("A", { on: onEvent("a"), does: emits("b") });
  const b = linked("B", { on: onEvent("app.b"), does: enrolls("C") });
  const c = linked("C", { on: byHand, does: emits(" a ") });
  expect(found(a, b, c)).toEqual(["“A” → “B” → “C” → “A”"]);
  expect(found(c, a, b)).toEqual(["“C” → “A” → “B” → “C”"]);
  expect(found(a, b)).toEqual([]);
});

test.each<[string, Draft, Draft]>([
  [
    "by a segment, whatever it is called",
    { on: onEntering("vip"), does: emits("x") },
    { on: onEvent("x"), does: adds("7") },
  ],
  ["by an audience", { on: byHand, audienceId: "vip", does: emits("x") }, { on: onEvent("x"), does: adds("vip") }],
  ["by enrolling in each other", { on: byHand, does: enrolls("B") }, { on: onEvent("z"), does: enrolls("A") }],
])("S14: %s", (_, first, second) => {
  expect(found(linked("A", first), linked("B", second))).toEqual(["“A” → “B” → “A”"]);
});

test("S14: a journey that sets itself off, and one that everybody enters only once", () => {
  expect(found(linked("A", { on: onEvent("a"), does: emits("a") }))).toEqual(["“A” → “A”"]);
  const a = linked("A", { on: onEvent("a"), does: emits("b") });
  const b = linked("B", { on: onEvent("b"), does: emits("a"), settings: {} });
  const [problem] = findLoopProblems(a, [b], segmentOf);
  expect(problem).toMatchObject({ code: "journey_loop", severity: "warning", nodeId: idOf("act") });
  expect(problem?.message).toContain("only because “B” allows each person to enter only once");
});
