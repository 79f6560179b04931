import type { JsonObject } from "#journey";
import type { Execution } from "../execution.ts";
import { firstLine } from "../expressions/index.ts";
import type { AdvanceState, PreparedState, RunningEnrollment } from "../model.ts";
import { END, type ExitTaken, PARK } from "../model.ts";
import type { ProgramExit } from "../program.ts";
import { nodeTimers } from "../timers/due.ts";
import { defaultExitOf } from "./default-exit.ts";

/** Up to this lag in ms, waits count from the hop itself; beyond it, from the time of the batch minus the lag (R20). */
export const LAG_MS = 60_000;

type Move = {
  readonly edge: ProgramExit | null;
  readonly to: string;
  readonly cause: string;
  readonly receipt: JsonObject;
};

/** Starts an enrollment at its entry node. */
export function begin(run: Execution, receipt: JsonObject): void {
  walk(run, { edge: null, to: run.enrollment.nodeId, cause: "start", receipt });
}

/** Leaves the node by an outcome or a race. */
export function takeExit(run: Execution, decision: ExitTaken): void {
  const { state } = run;
  if (state === undefined) return;
  const here = run.inOrder();
  const edge = exitOf(state, decision.exit);
  if (edge !== undefined) {
    const { cause = "immediate", receipt = {} } = decision;
    walk(here, { edge, to: edge.target, cause, receipt });
    return;
  }
  const move = settle(here, state, decision.exit);
  if (move !== null) walk(here, move);
}

/** Runs the node of the position, whose visit has already begun, and walks on from there. */
export function runNode(run: Execution): void {
  carryDepth(run);
  const here = run.inOrder();
  goOn(here, enter(here), [run.enrollment.nodeId]);
}

export function exitOf(state: PreparedState, key: string): ProgramExit | undefined {
  return key.startsWith("#") ? state.races.find((race) => `#${race.exit.edgeId}` === key)?.exit : state.exits.get(key);
}

/** The exit of somebody on whom the node had no effect. */
export const defaultExit = ({ exits }: PreparedState): string => defaultExitOf(new Set(exits.keys()));

/** Moves from node to node until the enrollment waits or ends. */
function walk(run: Execution, first: Move): void {
  carryDepth(run);
  goOn(run, first, []);
}

/** `entered` lists the nodes in order. It is a list because a path has few nodes, and Sets caused 5 % of all garbage. */
function goOn(run: Execution, first: Move | null, entered: string[]): void {
  let move = first;
  while (move !== null && !run.enrollment.ended) {
    if (entered.includes(move.to)) {
      failLoop(run, move, entered);
      return;
    }
    entered.push(move.to);
    run.hop(move.edge, move.to, move.cause, move.receipt);
    move = enter(run);
  }
}

/** Stores in the enrollment how many effects separate it from the last external cause (R22). */
function carryDepth({ cause, enrollment: { memory } }: Execution): void {
  if (cause.depth > 0) {
    memory.depth = cause.depth;
    memory.root = cause.root;
  } else if (memory.depth !== undefined) {
    delete memory.depth;
    delete memory.root;
  }
}

/** Runs the node's instructions; if they fail, their effects are undone. */
function enter(run: Execution): Move | null {
  const { advanceState, enrollment, state } = run;
  if (state === undefined) {
    run.end("failed", "step_failed");
    return null;
  }
  arm(run);
  const before = savepoint(advanceState, enrollment);
  try {
    refuseBarred(advanceState, enrollment);
    const decision = state.node.enter(run);
    if (decision === END) {
      run.end("completed", "finished");
      return null;
    }
    return decision === PARK ? settle(run, state, null) : follow(run, state, decision);
  } catch (error) {
    rollBack(advanceState, enrollment, before);
    run.fail("step_failed", "failed", { node: state.program.name, error: firstLine(error) });
    return null;
  }
}

/** Fails the node if its results could not be stored on an earlier attempt (R47). */
function refuseBarred({ input: { barred } }: AdvanceState, { enrollmentId, memory }: RunningEnrollment): void {
  const bar = barred?.get(enrollmentId);
  if (bar !== undefined && memory.visit >= bar.visit) throw new Error(bar.error);
}

function arm({ advanceState: { input }, enrollment: { memory }, at }: Execution): void {
  memory.armed = Math.max(at, input.now - (input.lag ?? LAG_MS));
  memory.timers = [];
  // Deleting an absent property would still slow the object down.
  if (memory.spent !== undefined) delete memory.spent;
  if (memory.recheck !== undefined) delete memory.recheck;
}

function follow(run: Execution, state: PreparedState, decision: ExitTaken): Move | null {
  const edge = exitOf(state, decision.exit);
  if (edge === undefined) return settle(run, state, decision.exit);
  return { edge, to: edge.target, cause: decision.cause ?? "immediate", receipt: decision.receipt ?? {} };
}

/**
 * Waits at the node: arms the timers, and takes an exit at once if one of them is already due (R22). `spent`: no edge
 * serves the node's own outcome, so only races remain; without races the enrollment completes here.
 */
function settle(run: Execution, state: PreparedState, spent: string | null): Move | null {
  const { memory } = run.enrollment;
  if (spent !== null) {
    if (state.races.length === 0) {
      run.end("completed", "finished");
      return null;
    }
    memory.spent = spent;
    delete memory.recheck;
  }
  run.park(nodeTimers(run));
  const over = memory.timers.find(([, due]) => due <= memory.armed);
  if (over === undefined) return null;
  const timed = over[0].startsWith("#") ? {} : (state.node.timed?.(run) ?? {});
  return follow(run, state, { exit: over[0], cause: "timer", receipt: { overOnArrival: true, ...timed } });
}

function failLoop(run: Execution, move: Move, entered: readonly string[]): void {
  const { states } = run.enrollment.prepared;
  const names = [...entered, move.to].map((id) => states.get(id)?.program.name ?? id);
  const loop = names.slice(names.indexOf(names.at(-1) ?? ""));
  run.fail("loop", "loop", { loop, edge: move.edge?.edgeName ?? null });
}

/** The state before a node's instructions, to which a failure returns. */
type Savepoint = {
  readonly memory: RunningEnrollment["memory"];
  readonly pending: number;
  readonly queued: number;
  readonly deliveries: number;
  readonly campaigns: number;
  readonly queuedAdded: number;
  readonly picks: number;
  readonly offered: number;
  readonly offerSends: number;
};

function savepoint({ pending, queued, offers, out }: AdvanceState, enrollment: RunningEnrollment): Savepoint {
  return {
    memory: { ...enrollment.memory },
    pending: pending.length,
    queued: queued.length,
    deliveries: out.deliveries.length,
    campaigns: out.campaigns.length,
    queuedAdded: out.queuedAdded.length,
    picks: out.picks.length,
    offered: offers.offered.length,
    offerSends: out.offerSends.length,
  };
}

function rollBack(
  { pending, queued, offers, out }: AdvanceState,
  enrollment: RunningEnrollment,
  before: Savepoint,
): void {
  enrollment.memory = { ...before.memory };
  pending.length = before.pending;
  queued.length = before.queued;
  out.deliveries.length = before.deliveries;
  out.campaigns.length = before.campaigns;
  out.queuedAdded.length = before.queuedAdded;
  out.picks.length = before.picks;
  offers.offered.length = before.offered;
  out.offerSends.length = before.offerSends;
}
