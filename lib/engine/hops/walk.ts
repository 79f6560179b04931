import type { JsonObject } from "#journey";
import { recordEnd, recordHop } from "../execution.ts";
import { firstLine } from "../expressions/index.ts";
import type { PreparedState, RunningEnrollment, Work } from "../model.ts";
import { END, type ExitTaken, PARK, type Visit } from "../model.ts";
import { endEnrollment } from "../pauses/queue.ts";
import { viewOf, zoneOf } from "../person/facts.ts";
import type { ProgramExit } from "../program.ts";
import type { EpochMs } from "../signal.ts";
import { nodeTimers } from "../timers/due.ts";

/** A lag up to this long is invisible to waits; beyond it they are armed from the batch (R20). */
const LAG = 60_000;

type Move = {
  readonly edge: ProgramExit | null;
  readonly to: string;
  readonly cause: string;
  readonly receipt: JsonObject;
};

/** The person at the node where the enrollment stands. */
export function visitOf(work: Work, enrollment: RunningEnrollment, at: EpochMs): Visit | null {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) return null;
  return {
    work,
    enrollment,
    state,
    at,
    armed: enrollment.memory.armed,
    zone: zoneOf(work, viewOf(work, enrollment), enrollment.prepared),
  };
}

/** Starts an enrollment at a TRIGGER. */
export function begin(work: Work, enrollment: RunningEnrollment, receipt: JsonObject): void {
  walk(work, enrollment, enrollment.memory.at, { edge: null, to: enrollment.nodeId, cause: "start", receipt });
}

/** Leaves the node by an outcome or a race; `at` is the signal's time. */
export function takeExit(work: Work, enrollment: RunningEnrollment, at: EpochMs, decision: ExitTaken): void {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) return;
  const edge = exitOf(state, decision.exit);
  const time = Math.max(at, enrollment.memory.at);
  if (edge !== undefined) {
    const { cause = "immediate", receipt = {} } = decision;
    walk(work, enrollment, time, { edge, to: edge.target, cause, receipt });
    return;
  }
  const move = settle(work, enrollment, state, time, decision.exit);
  if (move !== null) walk(work, enrollment, time, move);
}

/** Runs the node the enrollment stands on, whose visit is open already, and goes on from there. */
export function runNode(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  carryDepth(work, enrollment);
  goOn(work, enrollment, at, enter(work, enrollment, at), [enrollment.nodeId]);
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
function walk(work: Work, enrollment: RunningEnrollment, at: EpochMs, first: Move): void {
  carryDepth(work, enrollment);
  goOn(work, enrollment, at, first, []);
}

/** `entered`, nodes in order: a list, as Sets were a twentieth of all garbage, and a way is a few nodes long. */
function goOn(work: Work, enrollment: RunningEnrollment, at: EpochMs, first: Move | null, entered: string[]): void {
  let move = first;
  while (move !== null && !enrollment.ended) {
    if (entered.includes(move.to)) {
      failLoop(work, enrollment, at, move, entered);
      return;
    }
    entered.push(move.to);
    recordHop(work, enrollment, move.edge, move.to, at, move.cause, move.receipt);
    move = enter(work, enrollment, at);
  }
}

/** The enrollment remembers how far it is from the last outside cause (R22). */
function carryDepth({ cause }: Work, { memory }: RunningEnrollment): void {
  if (cause.depth > 0) {
    memory.depth = cause.depth;
    memory.root = cause.root;
  } else if (memory.depth !== undefined) {
    delete memory.depth;
    delete memory.root;
  }
}

/** Runs the node's instructions; what they set off is undone if they fail. */
function enter(work: Work, enrollment: RunningEnrollment, at: EpochMs): Move | null {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) {
    endEnrollment(work, enrollment, "failed", "step_failed", at);
    return null;
  }
  arm(work, enrollment, at);
  const before = savepoint(work, enrollment);
  try {
    refuseBarred(work, enrollment);
    const visit = visitOf(work, enrollment, at);
    const decision = visit === null ? END : state.behaviour.enter(visit);
    if (decision === END) {
      endEnrollment(work, enrollment, "completed", "finished", at);
      return null;
    }
    if (decision === PARK) return settle(work, enrollment, state, at, null);
    return follow(work, enrollment, state, at, decision);
  } catch (error) {
    rollBack(work, enrollment, before);
    recordEnd(enrollment, at, "failed", { node: state.program.name, error: firstLine(error) });
    endEnrollment(work, enrollment, "failed", "step_failed", at);
    return null;
  }
}

/** What comes of this step could not be stored when it was tried (R47). */
function refuseBarred({ turn: { barred } }: Work, { enrollmentId, memory }: RunningEnrollment): void {
  const bar = barred?.get(enrollmentId);
  if (bar !== undefined && memory.visit >= bar.visit) throw new Error(bar.error);
}

function arm(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  const { memory } = enrollment;
  memory.armed = Math.max(at, work.turn.now - (work.turn.lag ?? LAG));
  memory.timers = [];
  // Deleting what is not there would still make the object slow.
  if (memory.spent !== undefined) delete memory.spent;
  if (memory.recheck !== undefined) delete memory.recheck;
}

function follow(
  work: Work,
  enrollment: RunningEnrollment,
  state: PreparedState,
  at: EpochMs,
  decision: ExitTaken,
): Move | null {
  const edge = exitOf(state, decision.exit);
  if (edge === undefined) return settle(work, enrollment, state, at, decision.exit);
  return { edge, to: edge.target, cause: decision.cause ?? "immediate", receipt: decision.receipt ?? {} };
}

/**
 * Parks the person: arms the timers, and goes on at once by one that is over already (R22).
 * `spent`: the node's own outcome has no edge, so only races are left; without any, the enrollment completes here.
 */
function settle(
  work: Work,
  enrollment: RunningEnrollment,
  state: PreparedState,
  at: EpochMs,
  spent: string | null,
): Move | null {
  const { memory } = enrollment;
  if (spent !== null) {
    if (state.races.length === 0) {
      endEnrollment(work, enrollment, "completed", "finished", at);
      return null;
    }
    memory.spent = spent;
    delete memory.recheck;
  }
  enrollment.touched = true;
  memory.timers = nodeTimers(work, enrollment, at);
  const over = memory.timers.find(([, due]) => due <= memory.armed);
  if (over === undefined) return null;
  const visit = visitOf(work, enrollment, at);
  const timed = visit === null || over[0].startsWith("#") ? {} : (state.behaviour.timed?.(visit) ?? {});
  return follow(work, enrollment, state, at, {
    exit: over[0],
    cause: "timer",
    receipt: { overOnArrival: true, ...timed },
  });
}

function failLoop(
  work: Work,
  enrollment: RunningEnrollment,
  at: EpochMs,
  move: Move,
  entered: readonly string[],
): void {
  const names = [...entered, move.to].map((id) => enrollment.prepared.states.get(id)?.program.name ?? id);
  recordEnd(enrollment, at, "loop", {
    loop: names.slice(names.indexOf(names.at(-1) ?? "")),
    edge: move.edge?.edgeName ?? null,
  });
  endEnrollment(work, enrollment, "failed", "loop", at);
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
