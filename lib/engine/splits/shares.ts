import { digest } from "../ids.ts";
import type { ProgramExit, ProgramState } from "../program.ts";

/** Shares that stand in for those of the canvas. Share of 100 by edge id. */
export type SplitAllocation = {
  readonly source: "thompson" | "promoted";
  /** `splitBasis` of the split it was made for. */
  readonly basis: string;
  readonly weights: Readonly<Record<string, number>>;
};

/** The ways out of a split that chance decides between. */
export function pathsOf(state: ProgramState<"SPLIT">): ProgramExit[] {
  return state.exits.filter((exit) => exit.trigger === null);
}

export function holdoutOf(state: ProgramState<"SPLIT">): string | null {
  return state.config.holdout ?? null;
}

const known = new WeakMap<ProgramState<"SPLIT">, string>();

/** Names the paths, their shares and the holdout: a published change of any of them ends what stood in for the shares. */
export function splitBasis(state: ProgramState<"SPLIT">): string {
  let basis = known.get(state);
  if (basis === undefined) {
    basis = digest(JSON.stringify([holdoutOf(state), pathsOf(state).map(({ edgeId, weight }) => [edgeId, weight])]));
    known.set(state, basis);
  }
  return basis;
}

/** Whether an allocation stands in for the shares of this version's split. */
export function allocationHolds(state: ProgramState<"SPLIT">, allocation: SplitAllocation | undefined): boolean {
  if (allocation === undefined || allocation.basis !== splitBasis(state)) return false;
  return allocation.source === "promoted" || state.config.allocation === "thompson";
}

/** The share of 100 that each path has now, by edge id. */
export function currentShares(
  state: ProgramState<"SPLIT">,
  allocation: SplitAllocation | undefined,
): Readonly<Record<string, number>> {
  if (allocation !== undefined && allocationHolds(state, allocation)) return allocation.weights;
  return Object.fromEntries(pathsOf(state).map(({ edgeId, weight }) => [edgeId, weight]));
}
