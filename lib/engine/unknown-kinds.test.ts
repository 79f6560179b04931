import { expect, test } from "vitest";
import { actsOnGoals } from "./exits/present-goals.ts";
import { faultOf } from "./prepare.ts";
import type { Program } from "./program.ts";
import { changesPeople } from "./program-facts.ts";
import { goalEvents } from "./recount.ts";
import { chain, EXIT_STEP, programOf, START_STEP, sketch, wait } from "./testing/build.ts";

const known = programOf(
  sketch({ steps: { start: START_STEP, wait: wait("1d"), end: EXIT_STEP }, links: chain("start", "wait", "end") }),
);
/** A program as a later release may have stored it, with a kind of node that this release does not know. */
const later: Program = JSON.parse(JSON.stringify(known).replace('"type":"EXIT"', '"type":"TELEPORT"'));
const snapshot = {
  workspace: { id: "w", name: "W", timezone: "UTC", tooOldMs: 1 },
  journeys: new Map(),
  programs: new Map(),
};

test("a node of an unknown kind may do anything, so that what it could touch is loaded", () => {
  expect(changesPeople(later)).toBe(true);
  expect(actsOnGoals(snapshot, later)).toBe(true);
});

test("a program whose nodes only let people wait changes nobody", () => {
  expect(changesPeople(known)).toBe(false);
  expect(actsOnGoals(snapshot, known)).toBe(false);
});

test("a program with a node of an unknown kind is not run, and the reason names the kind", () => {
  expect(faultOf(known)).toBeNull();
  expect(faultOf(later)).toMatch("TELEPORT");
});

test("a program with a way in of an unknown kind is not run either", () => {
  const other: Program = JSON.parse(JSON.stringify(known).replace('"kind":"CUSTOM_EVENT"', '"kind":"DREAM"'));
  expect(faultOf(other)).toMatch("DREAM");
});

test("a program whose stored goal cannot be read is not run, and the goal counts nothing", () => {
  const other: Program = JSON.parse(JSON.stringify({ ...known, goal: { type: "event", config: {} } }));
  expect(faultOf(other)).not.toBeNull();
  expect(goalEvents(other.goal)).toEqual([]);
});
