import { share } from "../ids.ts";
import type { Behaviour, ExitTaken, Visit } from "../model.ts";
import { FIRST_FORMAT, type ProgramExit } from "../program.ts";
import { allocationHolds } from "../splits/shares.ts";

/**
 * Chance that comes out the same however often the step is computed. An enrollment keeps its path whatever becomes of the shares,
 * and where the split is sticky so does the person on later enrollments, as long as the path is open.
 */
export const split: Behaviour = {
  format: () => FIRST_FORMAT,
  repeats: false,
  enter(visit) {
    const { enrollment, state } = visit;
    const mine = pathTaken(visit, enrollment.memory.took?.[state.program.nodeId]);
    if (mine !== undefined) return exitBy(mine, { kept: "trip" });
    const theirs = isSticky(visit) ? pathTaken(visit, visit.work.chosen[state.program.nodeId]) : undefined;
    const path = theirs !== undefined && theirs.weight > 0 ? exitBy(theirs, { kept: "person" }) : draw(visit);
    const exit = state.exits.get(path.exit);
    if (exit !== undefined) take(visit, exit);
    return path;
  },
};

function isSticky({ state }: Visit): boolean {
  return state.program.config.sticky === true || state.program.config.sticky === "person";
}

function pathTaken({ state }: Visit, edgeId: string | undefined): ProgramExit | undefined {
  if (edgeId === undefined) return undefined;
  return state.program.exits.find((exit) => exit.edgeId === edgeId && exit.trigger === null);
}

function exitBy(exit: ProgramExit, receipt: { readonly kept: string }): ExitTaken {
  return { exit: exit.branch ?? "", receipt: { ...receipt, result: exit.branch } };
}

function draw(visit: Visit): ExitTaken {
  const { work, enrollment, state } = visit;
  const who = isSticky(visit) ? (work.person.bucketKey ?? work.person.id) : enrollment.enrollmentId;
  const drawn = share(`${who}:${state.program.name}`) * 100;
  const allocation = enrollment.journey.allocations?.get(state.program.nodeId);
  const holds = allocationHolds(state.program, allocation);
  let reached = 0;
  let last: string | null = null;
  for (const [key, exit] of state.exits) {
    const weight = holds ? (allocation?.weights[exit.edgeId] ?? 0) : exit.weight;
    if (weight <= 0) continue;
    last = key;
    reached += weight;
    if (drawn < reached) break;
  }
  const receipt = { drawn: Math.round(drawn * 100) / 100, result: last };
  return { exit: last ?? "", receipt: holds ? { ...receipt, shares: allocation?.source } : receipt };
}

/** The enrollment's first time here: it keeps the path. */
function take({ work, enrollment, state, at }: Visit, exit: ProgramExit): void {
  const { nodeId } = state.program;
  const { edgeId } = exit;
  enrollment.memory.took = { ...enrollment.memory.took, [nodeId]: edgeId };
  work.chosen = { ...work.chosen, [nodeId]: work.chosen[nodeId] ?? edgeId };
  const sticky = state.program.config.sticky === true || state.program.config.sticky === "person";
  const { enrollmentId, versionId, journey } = enrollment;
  work.out.choices.push({ enrollmentId, journeyId: journey.id, versionId, nodeId, edgeId, sticky, at });
}
