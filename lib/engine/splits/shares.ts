import { digest } from "../ids.ts";
import type { ProgramExit, ProgramState } from "../program.ts";

/** Shares that replace those of the canvas; percent by edge id. */
export type SplitAllocation = {
  readonly source: "thompson" | "promoted";
  /** `splitBasis` of the split for which it was computed. */
  readonly basis: string;
  readonly weights: Readonly<Record<string, number>>;
};

/** The exits of a split between which the draw decides. */
export function pathsOf(state: ProgramState<"SPLIT">): ProgramExit[] {
  return state.exits.filter((exit) => exit.trigger === null);
}

export function holdoutOf(state: ProgramState<"SPLIT">): string | null {
  return state.config.holdout ?? null;
}

const known = new WeakMap<ProgramState<"SPLIT">, string>();

/** A hash of the paths, their shares and the holdout: publishing a change of any of them invalidates allocations. */
export function splitBasis(state: ProgramState<"SPLIT">): string {
  let basis = known.get(state);
  if (basis === undefined) {
    basis = digest(JSON.stringify([holdoutOf(state), pathsOf(state).map(({ edgeId, weight }) => [edgeId, weight])]));
    known.set(state, basis);
  }
  return basis;
}

/** Whether an allocation applies to this version's split: it was computed for the same paths, shares and holdout. */
export function allocationHolds(state: ProgramState<"SPLIT">, allocation: SplitAllocation | undefined): boolean {
  if (allocation === undefined || allocation.basis !== splitBasis(state)) return false;
  return allocation.source === "promoted" || state.config.allocation === "thompson";
}

/** The present percent of each path, by edge id. */
export function currentShares(
  state: ProgramState<"SPLIT">,
  allocation: SplitAllocation | undefined,
): Readonly<Record<string, number>> {
  if (allocation !== undefined && allocationHolds(state, allocation)) return allocation.weights;
  return Object.fromEntries(pathsOf(state).map(({ edgeId, weight }) => [edgeId, weight]));
}
