import { nodeKinds } from "#journey";
import type { Program, ProgramState } from "./program.ts";

/** Programs are stored: one of a later release may have kinds of nodes that this one does not know. */
export const isKnown = (type: string): boolean => Object.hasOwn(nodeKinds, type);

const changing = new WeakMap<Program, boolean>();

/**
 * Whether nodes of a version may change people, make events or enroll while they run (R22). A kind that is not known may do
 * anything: what it could touch is loaded, so that no rule is judged by less than there is.
 */
export function changesPeople(program: Program): boolean {
  let changes = changing.get(program);
  if (changes === undefined) {
    changes = Object.values(program.states).some(({ type }) => !isKnown(type) || nodeKinds[type].changesPeople);
    changing.set(program, changes);
  }
  return changes;
}

/** The nodes that divide people. */
export function splitsOf(program: Program): ProgramState<"SPLIT">[] {
  // Who asks wants their shares and how they are learned, which no other kind has.
  return Object.values(program.states).filter((state) => state.type === "SPLIT");
}
