import type { Execution } from "../execution.ts";
import { share } from "../ids.ts";
import type { Behaviour, ExitTaken, PreparedState } from "../model.ts";
import { FIRST_FORMAT, type ProgramExit, type ProgramState } from "../program.ts";
import { allocationHolds } from "../splits/shares.ts";

type Split = {
  readonly state: ProgramState<"SPLIT">;
  readonly exits: PreparedState["exits"];
  /** The person keeps the same path on later enrollments. */
  readonly sticky: boolean;
};

/**
 * A random draw that gives the same result however often it is computed. An enrollment keeps its path when the shares
 * change. With `sticky`, later enrollments of the person keep it too, as long as the path has a share.
 */
export const split: Behaviour<"SPLIT"> = {
  format: () => FIRST_FORMAT,
  repeats: false,
  prepare(state, exits) {
    const sticky = state.config.sticky === true || state.config.sticky === "person";
    const node = { state, exits, sticky };
    return { enter: (run) => choose(run, node) };
  },
};

function choose(run: Execution, node: Split): ExitTaken {
  const { nodeId } = node.state;
  const mine = pathTaken(node, run.enrollment.memory.took?.[nodeId]);
  if (mine !== undefined) return exitBy(mine, { kept: "trip" });
  const theirs = node.sticky ? pathTaken(node, run.advanceState.chosen[nodeId]) : undefined;
  const path = theirs !== undefined && theirs.weight > 0 ? exitBy(theirs, { kept: "person" }) : draw(run, node);
  const exit = node.exits.get(path.exit);
  if (exit !== undefined) take(run, node, exit);
  return path;
}

function pathTaken({ state }: Split, edgeId: string | undefined): ProgramExit | undefined {
  if (edgeId === undefined) return undefined;
  return state.exits.find((exit) => exit.edgeId === edgeId && exit.trigger === null);
}

function exitBy(exit: ProgramExit, receipt: { readonly kept: string }): ExitTaken {
  return { exit: exit.branch ?? "", receipt: { ...receipt, result: exit.branch } };
}

function draw({ advanceState, enrollment }: Execution, { state, exits, sticky }: Split): ExitTaken {
  const who = sticky ? (advanceState.person.bucketKey ?? advanceState.person.id) : enrollment.enrollmentId;
  const drawn = share(`${who}:${state.name}`) * 100;
  const allocation = enrollment.journey.allocations?.get(state.nodeId);
  const holds = allocationHolds(state, allocation);
  let reached = 0;
  let last: string | null = null;
  for (const [key, exit] of exits) {
    const weight = holds ? (allocation?.weights[exit.edgeId] ?? 0) : exit.weight;
    if (weight <= 0) continue;
    last = key;
    reached += weight;
    if (drawn < reached) break;
  }
  const receipt = { drawn: Math.round(drawn * 100) / 100, result: last };
  return { exit: last ?? "", receipt: holds ? { ...receipt, shares: allocation?.source } : receipt };
}

/** Stores the path when the enrollment first comes through the split. */
function take(
  { advanceState, enrollment, at }: Execution,
  { state: { nodeId }, sticky }: Split,
  { edgeId }: ProgramExit,
): void {
  enrollment.memory.took = { ...enrollment.memory.took, [nodeId]: edgeId };
  advanceState.chosen = { ...advanceState.chosen, [nodeId]: advanceState.chosen[nodeId] ?? edgeId };
  const { enrollmentId, versionId, journey } = enrollment;
  advanceState.out.choices.push({ enrollmentId, journeyId: journey.id, versionId, nodeId, edgeId, sticky, at });
}
