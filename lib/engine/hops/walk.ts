import type { JsonObject } from "#journey";
import type { Execution } from "../execution.ts";
import { firstLine } from "../expressions/index.ts";
import type { PreparedState, RunningEnrollment, Work } from "../model.ts";
import { END, type ExitTaken, PARK } from "../model.ts";
import type { ProgramExit } from "../program.ts";
import { nodeTimers } from "../timers/due.ts";

/** A lag up to this long is invisible to waits; beyond it they are armed from the batch (R20). */
export const LAG_MS = 60_000;

type Move = {
  readonly edge: ProgramExit | null;
  readonly to: string;
  readonly cause: string;
  readonly receipt: JsonObject;
};

/** Starts an enrollment at its way in. */
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

/** Runs the node the enrollment stands on, whose visit is open already, and goes on from there. */
export function runNode(run: Execution): void {
  carryDepth(run);
  const here = run.inOrder();
  goOn(here, enter(here), [run.enrollment.nodeId]);
}

export function exitOf(state: PreparedState, key: string): ProgramExit | undefined {
  return key.startsWith("#") ? state.races.find((race) => `#${race.exit.edgeId}` === key)?.exit : state.exits.get(key);
}

/** What people would take who got nothing of a node, of the exits that have an edge; else the enrollment may end there. */
const BY_DEFAULT = ["next", "default", "FALSE", "NOT_MET", "none", "failed", "timeout", "met", "event", "dismissed"];

export function defaultExit({ exits }: PreparedState): string {
  return BY_DEFAULT.find((key) => exits.has(key)) ?? exits.keys().next().value ?? "next";
}

/** Goes from node to node until the person parks, or the enrollment ends. */
function walk(run: Execution, first: Move): void {
  carryDepth(run);
  goOn(run, first, []);
}

/** `entered`: nodes in order, a list, as Sets were a twentieth of all garbage, and a way is a few nodes long. */
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

/** The enrollment remembers how far it is from the last outside cause (R22). */
function carryDepth({ cause, enrollment: { memory } }: Execution): void {
  if (cause.depth > 0) {
    memory.depth = cause.depth;
    memory.root = cause.root;
  } else if (memory.depth !== undefined) {
    delete memory.depth;
    delete memory.root;
  }
}

/** Runs the node's instructions; what they set off is undone if they fail. */
function enter(run: Execution): Move | null {
  const { work, enrollment, state } = run;
  if (state === undefined) {
    run.end("failed", "step_failed");
    return null;
  }
  arm(run);
  const before = savepoint(work, enrollment);
  try {
    refuseBarred(work, enrollment);
    const decision = state.node.enter(run);
    if (decision === END) {
      run.end("completed", "finished");
      return null;
    }
    return decision === PARK ? settle(run, state, null) : follow(run, state, decision);
  } catch (error) {
    rollBack(work, enrollment, before);
    run.fail("step_failed", "failed", { node: state.program.name, error: firstLine(error) });
    return null;
  }
}

/** What comes of this step could not be stored when it was tried (R47). */
function refuseBarred({ turn: { barred } }: Work, { enrollmentId, memory }: RunningEnrollment): void {
  const bar = barred?.get(enrollmentId);
  if (bar !== undefined && memory.visit >= bar.visit) throw new Error(bar.error);
}

function arm({ work: { turn }, enrollment: { memory }, at }: Execution): void {
  memory.armed = Math.max(at, turn.now - (turn.lag ?? LAG_MS));
  memory.timers = [];
  // Deleting what is not there would still make the object slow.
  if (memory.spent !== undefined) delete memory.spent;
  if (memory.recheck !== undefined) delete memory.recheck;
}

function follow(run: Execution, state: PreparedState, decision: ExitTaken): Move | null {
  const edge = exitOf(state, decision.exit);
  if (edge === undefined) return settle(run, state, decision.exit);
  return { edge, to: edge.target, cause: decision.cause ?? "immediate", receipt: decision.receipt ?? {} };
}

/**
 * Parks the person: arms the timers, and goes on at once by one that is over already (R22).
 * `spent`: the node's own outcome has no edge, so only races are left; without any, the enrollment completes here.
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

/** What a node's instructions may have added before they failed. */
type Savepoint = {
  readonly memory: RunningEnrollment["memory"];
  readonly pending: number;
  readonly queued: number;
  readonly deliveries: number;
  readonly queuedAdded: number;
};

function savepoint({ pending, queued, out }: Work, enrollment: RunningEnrollment): Savepoint {
  return {
    memory: { ...enrollment.memory },
    pending: pending.length,
    queued: queued.length,
    deliveries: out.deliveries.length,
    queuedAdded: out.queuedAdded.length,
  };
}

function rollBack({ pending, queued, out }: Work, enrollment: RunningEnrollment, before: Savepoint): void {
  enrollment.memory = { ...before.memory };
  pending.length = before.pending;
  queued.length = before.queued;
  out.deliveries.length = before.deliveries;
  out.queuedAdded.length = before.queuedAdded;
}
