import { isInParts, nodeKinds, triggerCauses } from "#journey";
import { isObject } from "#values";
import type { Program, ProgramState } from "./program.ts";

/** Whether this release knows a kind of node: a later release may have stored a program with other kinds. */
export const isKnown = (type: string): boolean => Object.hasOwn(nodeKinds, type);

const changing = new WeakMap<Program, boolean>();

/**
 * Whether nodes of a version may change people, create events or enroll (R22). An unknown kind may do anything, so
 * everything that it could affect is loaded.
 */
export function changesPeople(program: Program): boolean {
  let changes = changing.get(program);
  if (changes === undefined) {
    changes = Object.values(program.states).some(({ type }) => !isKnown(type) || nodeKinds[type].changesPeople);
    changing.set(program, changes);
  }
  return changes;
}

const deciding = new WeakMap<Program, boolean>();

/** Whether nodes of a version decide, so that what the person was offered before has to be loaded. */
export function decides(program: Program): boolean {
  let answer = deciding.get(program);
  if (answer === undefined) {
    answer = Object.values(program.states).some(({ type }) => isKnown(type) && nodeKinds[type].decides);
    deciding.set(program, answer);
  }
  return answer;
}

/** The program's SPLIT nodes. */
export function splitsOf(program: Program): ProgramState<"SPLIT">[] {
  // Callers read shares and learning settings, which only SPLIT has; another kind that divides people would not fit.
  return Object.values(program.states).filter((state) => state.type === "SPLIT");
}

/**
 * The segments whose members a journey enrolls, as it has no other entry: its audience, or else those of its entry
 * conditions (R28).
 */
export function audienceSegments({ entries, audienceId, settings, pins }: Program): readonly string[] {
  if (entries.some(({ kind }) => triggerCauses[kind] !== "request")) return [];
  if (audienceId !== null) return [audienceId];
  const conditions = settings.entryConditions;
  if (!isObject(conditions) || !isInParts(conditions) || !Array.isArray(conditions.segments)) return [];
  return [...new Set(conditions.segments.flatMap((reference: unknown) => pins?.segments[String(reference)] ?? []))];
}
