import type { LiveTrip, PreparedState, Work } from "../model.ts";
import type { EventFact, Instant } from "../signal.ts";
import { alertHeld } from "./alerts.ts";
import { goOnIfMet } from "./changes.ts";
import { countGoalEvent } from "./counting-goals.ts";
import { enterBy } from "./entering.ts";
import { entryIndex, nearMissesOfOld } from "./entry-index.ts";
import { factsFor, receiptOf } from "./facts.ts";
import { judgeGoalEvent, judgeGoalState, judgeLeaving } from "./judging.ts";
import { announceSegments } from "./patching.ts";
import { isHeld } from "./pausing.ts";
import { flush } from "./recording.ts";
import { judgeSegments } from "./segments.ts";
import { leave, visitOf } from "./stepping.ts";

const MOST_HELD = 100;

/** An event happens: segments, then the running trips, then the triggers (R18). */
export function takeEvent(work: Work, event: EventFact, at: Instant): void {
  work.log.push(event);
  const person = work.person;
  judgeSegments(work, at);
  announceSegments(work, person, at);
  if (isTooOld(work, event)) {
    nearMissesOfOld(work, event, at);
    return;
  }
  countGoalEvent(work, event, at);
  const candidates = entryIndex(work.turn.world).get(event.name) ?? [];
  const before =
    candidates.length === 0 ? null : { running: work.trips.filter((trip) => !trip.ended), past: [...work.past] };
  for (const trip of [...work.trips]) {
    if (trip.ended) continue;
    takeByTrip(work, trip, event, at);
    flush(work, trip);
  }
  if (before !== null) for (const candidate of candidates) enterBy(work, candidate, event, at, before);
}

/** Puts an event that a step made into the log. */
export function recordEmitted(work: Work, event: EventFact): void {
  work.out.emitted.push(event);
}

/** R30: logged and counted, but it acts on nothing. */
export function isTooOld(work: Work, event: EventFact): boolean {
  return event.imported === true || event.receivedAt - event.timestamp > work.turn.world.workspace.tooOldMs;
}

/** Goal before exit condition before awaited event (R18); a hold lets only the first two act (R32). */
function takeByTrip(work: Work, trip: LiveTrip, event: EventFact, at: Instant): void {
  if (judgeGoalEvent(work, trip, event, at)) return;
  if (judgeGoalState(work, trip, at)) return;
  if (judgeLeaving(work, trip, at, event)) return;
  if (isHeld(trip)) {
    hold(work, trip, event, at);
    return;
  }
  awaited(work, trip, event, at);
}

function hold(work: Work, trip: LiveTrip, event: EventFact, at: Instant): void {
  if (!trip.prepared.awaited.has(event.name)) return;
  const held = trip.memory.held ?? [];
  if (held.length >= MOST_HELD) {
    alertHeld(work, trip, at, event.name);
    return;
  }
  trip.memory.held = [...held, { kind: "event", event }];
  trip.touched = true;
}

/** The event that the person waits for, at the node or on an edge; also what later nodes look back for (R20). */
export function awaited(work: Work, trip: LiveTrip, event: EventFact, at: Instant): void {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return;
  rememberEarly(work, trip, state, event, at);
  if (state.behaviour.onEvent !== undefined && state.eventName === event.name && trip.memory.spent === undefined) {
    const visit = visitOf(work, trip, at);
    const decision = visit === null ? null : state.behaviour.onEvent(visit, event, factsFor(work, trip, at, event));
    if (decision !== null) {
      leave(work, trip, at, decision);
      return;
    }
  }
  for (const race of state.races) {
    if (race.eventName !== event.name) continue;
    const facts = factsFor(work, trip, at, event);
    if (!race.test(facts)) continue;
    const receipt = receiptOf(facts, { event: event.name, eventId: event.id });
    leave(work, trip, at, { exit: `#${race.exit.edgeId}`, cause: "event", receipt });
    return;
  }
  goOnIfMet(work, trip, at);
}

function rememberEarly(work: Work, trip: LiveTrip, standing: PreparedState, event: EventFact, at: Instant): void {
  for (const state of trip.prepared.lookingBack) {
    if (state === standing || state.eventName !== event.name || !state.test(factsFor(work, trip, at, event))) continue;
    trip.memory.early = { ...trip.memory.early, [state.program.nodeId]: event.id };
    trip.touched = true;
  }
}
