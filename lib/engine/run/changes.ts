import type { LiveTrip, Work } from "../model.ts";
import type { Instant } from "../signal.ts";
import { judgeGoalState, judgeLeaving } from "./judging.ts";
import { isHeld } from "./pausing.ts";
import { leave, visitOf } from "./stepping.ts";

/** After the person changed: goal, then exit conditions, then the awaited condition (R18). */
export function cutShortBy(work: Work, trip: LiveTrip, at: Instant): void {
  if (judgeGoalState(work, trip, at) || judgeLeaving(work, trip, at, null)) return;
  goOnIfMet(work, trip, at);
}

/** Lets a person go on whose awaited condition holds. */
export function goOnIfMet(work: Work, trip: LiveTrip, at: Instant): void {
  if (isHeld(trip) || trip.memory.spent) return;
  const state = trip.prepared.states.get(trip.nodeId);
  if (state?.behaviour.onChange === undefined) return;
  const visit = visitOf(work, trip, at);
  if (visit === null) return;
  const recheck = trip.memory.recheck;
  const decision = state.behaviour.onChange(visit);
  if (trip.memory.recheck !== recheck) trip.touched = true;
  if (decision !== null) leave(work, trip, at, decision);
}
