import type { JsonObject } from "#journey";
import { firstLine } from "../expressions/index.ts";
import type { LiveTrip, PreparedState, Work } from "../model.ts";
import { END, type Leave, PARK, type Visit } from "../model.ts";
import type { ProgramExit } from "../program.ts";
import type { Instant } from "../signal.ts";
import { endTrip } from "./ending.ts";
import { viewOf, zoneOf } from "./facts.ts";
import { recordEnd, recordHop } from "./recording.ts";
import { nodeTimers } from "./timers.ts";

/** A lag up to this long is invisible to waits; beyond it they are armed from the batch (R20). */
const LAG = 60_000;

type Move = {
  readonly edge: ProgramExit | null;
  readonly to: string;
  readonly cause: string;
  readonly receipt: JsonObject;
};

/** The person at the node where the trip stands. */
export function visitOf(work: Work, trip: LiveTrip, at: Instant): Visit | null {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return null;
  return { work, trip, state, at, armed: trip.memory.armed, zone: zoneOf(work, viewOf(work, trip), trip.prepared) };
}

/** Starts a trip at a TRIGGER. */
export function begin(work: Work, trip: LiveTrip, receipt: JsonObject): void {
  walk(work, trip, trip.memory.at, { edge: null, to: trip.nodeId, cause: "start", receipt });
}

/** Leaves the node by an outcome or a race; `at` is the signal's time. */
export function leave(work: Work, trip: LiveTrip, at: Instant, decision: Leave): void {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return;
  const edge = exitOf(state, decision.exit);
  const time = Math.max(at, trip.memory.at);
  if (edge !== undefined) {
    const { cause = "immediate", receipt = {} } = decision;
    walk(work, trip, time, { edge, to: edge.target, cause, receipt });
    return;
  }
  const move = settle(work, trip, state, time, decision.exit);
  if (move !== null) walk(work, trip, time, move);
}

/** Runs the node the trip stands on, whose visit is open already, and goes on from there. */
export function runNode(work: Work, trip: LiveTrip, at: Instant): void {
  carryDepth(work, trip);
  goOn(work, trip, at, enter(work, trip, at), [trip.nodeId]);
}

export function exitOf(state: PreparedState, key: string): ProgramExit | undefined {
  return key.startsWith("#") ? state.races.find((race) => `#${race.exit.edgeId}` === key)?.exit : state.exits.get(key);
}

/** What people would take who got nothing of a node, of the exits that have an edge; else the trip may end there. */
const BY_DEFAULT = ["next", "default", "FALSE", "NOT_MET", "none", "failed", "timeout", "met", "event", "dismissed"];

export function defaultExit({ exits }: PreparedState): string {
  return BY_DEFAULT.find((key) => exits.has(key)) ?? exits.keys().next().value ?? "next";
}

/** Goes from node to node until the person parks, or the trip ends. */
function walk(work: Work, trip: LiveTrip, at: Instant, first: Move): void {
  carryDepth(work, trip);
  goOn(work, trip, at, first, []);
}

/** `entered`, nodes in order: a list, as Sets were a twentieth of all garbage, and a way is a few nodes long. */
function goOn(work: Work, trip: LiveTrip, at: Instant, first: Move | null, entered: string[]): void {
  let move = first;
  while (move !== null && !trip.ended) {
    if (entered.includes(move.to)) {
      failLoop(work, trip, at, move, entered);
      return;
    }
    entered.push(move.to);
    recordHop(work, trip, move.edge, move.to, at, move.cause, move.receipt);
    move = enter(work, trip, at);
  }
}

/** The trip remembers how far it is from the last outside cause (R22). */
function carryDepth({ cause }: Work, { memory }: LiveTrip): void {
  if (cause.depth > 0) {
    memory.depth = cause.depth;
    memory.root = cause.root;
  } else if (memory.depth !== undefined) {
    delete memory.depth;
    delete memory.root;
  }
}

/** Runs the node's instructions; what they set off is undone if they fail. */
function enter(work: Work, trip: LiveTrip, at: Instant): Move | null {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) {
    endTrip(work, trip, "failed", "step_failed", at);
    return null;
  }
  arm(work, trip, at);
  const before = savepoint(work, trip);
  try {
    refuseBarred(work, trip);
    const visit = visitOf(work, trip, at);
    const decision = visit === null ? END : state.behaviour.enter(visit);
    if (decision === END) {
      endTrip(work, trip, "completed", "finished", at);
      return null;
    }
    if (decision === PARK) return settle(work, trip, state, at, null);
    return follow(work, trip, state, at, decision);
  } catch (error) {
    rollBack(work, trip, before);
    recordEnd(trip, at, "failed", { node: state.program.name, error: firstLine(error) });
    endTrip(work, trip, "failed", "step_failed", at);
    return null;
  }
}

/** What comes of this step could not be stored when it was tried (R47). */
function refuseBarred({ turn: { barred } }: Work, { enrollmentId, memory }: LiveTrip): void {
  const bar = barred?.get(enrollmentId);
  if (bar !== undefined && memory.visit >= bar.visit) throw new Error(bar.error);
}

function arm(work: Work, trip: LiveTrip, at: Instant): void {
  const { memory } = trip;
  memory.armed = Math.max(at, work.turn.now - (work.turn.lag ?? LAG));
  memory.timers = [];
  // Deleting what is not there would still make the object slow.
  if (memory.spent !== undefined) delete memory.spent;
  if (memory.recheck !== undefined) delete memory.recheck;
}

function follow(work: Work, trip: LiveTrip, state: PreparedState, at: Instant, decision: Leave): Move | null {
  const edge = exitOf(state, decision.exit);
  if (edge === undefined) return settle(work, trip, state, at, decision.exit);
  return { edge, to: edge.target, cause: decision.cause ?? "immediate", receipt: decision.receipt ?? {} };
}

/**
 * Parks the person: arms the timers, and goes on at once by one that is over already (R22).
 * `spent`: the node's own outcome has no edge, so only races are left; without any, the trip completes here.
 */
function settle(work: Work, trip: LiveTrip, state: PreparedState, at: Instant, spent: string | null): Move | null {
  const { memory } = trip;
  if (spent !== null) {
    if (state.races.length === 0) {
      endTrip(work, trip, "completed", "finished", at);
      return null;
    }
    memory.spent = spent;
    delete memory.recheck;
  }
  trip.touched = true;
  memory.timers = nodeTimers(work, trip, at);
  const over = memory.timers.find(([, due]) => due <= memory.armed);
  if (over === undefined) return null;
  const visit = visitOf(work, trip, at);
  const timed = visit === null || over[0].startsWith("#") ? {} : (state.behaviour.timed?.(visit) ?? {});
  return follow(work, trip, state, at, { exit: over[0], cause: "timer", receipt: { overOnArrival: true, ...timed } });
}

function failLoop(work: Work, trip: LiveTrip, at: Instant, move: Move, entered: readonly string[]): void {
  const names = [...entered, move.to].map((id) => trip.prepared.states.get(id)?.program.name ?? id);
  recordEnd(trip, at, "loop", {
    loop: names.slice(names.indexOf(names.at(-1) ?? "")),
    edge: move.edge?.edgeName ?? null,
  });
  endTrip(work, trip, "failed", "loop", at);
}

/** What a node's instructions may have added before they failed. */
type Savepoint = {
  readonly memory: LiveTrip["memory"];
  readonly pending: number;
  readonly queued: number;
  readonly deliveries: number;
  readonly queuedAdded: number;
};

function savepoint({ pending, queued, out }: Work, trip: LiveTrip): Savepoint {
  return {
    memory: { ...trip.memory },
    pending: pending.length,
    queued: queued.length,
    deliveries: out.deliveries.length,
    queuedAdded: out.queuedAdded.length,
  };
}

function rollBack({ pending, queued, out }: Work, trip: LiveTrip, before: Savepoint): void {
  trip.memory = { ...before.memory };
  pending.length = before.pending;
  queued.length = before.queued;
  out.deliveries.length = before.deliveries;
  out.queuedAdded.length = before.queuedAdded;
}
