import type { LiveTrip, Work } from "../model.ts";
import type { Instant } from "../signal.ts";
import { goOnIfMet } from "./changes.ts";
import { cutShort } from "./ending.ts";
import { fire } from "./firing.ts";
import { judgeGoalState, judgeLeaving } from "./judging.ts";
import { isHeld } from "./pausing.ts";
import { defaultExit, exitOf, leave, runNode } from "./stepping.ts";
import { limitOver } from "./timers.ts";

/** How a trip goes on at the node it was put on: the node runs, is stood on as before, or is passed by. */
export type GoingOn = "run" | "look" | "skip";

/** Goes on at the node a trip was put on, unless it has to leave; a hold keeps that until it ends (R32). */
export function goOnFrom(work: Work, trip: LiveTrip, at: Instant, how: GoingOn): void {
  if (isOver(work, trip, at)) return;
  if (isHeld(trip)) {
    trip.memory.moved = how;
    return;
  }
  if (how === "run") runNode(work, trip, at);
  else if (how === "look") lookAround(work, trip, at);
  else passBy(work, trip, at);
}

function passBy(work: Work, trip: LiveTrip, at: Instant): void {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return;
  leave(work, trip, at, { exit: defaultExit(state), cause: "retry", receipt: { skipped: true } });
}

/** What a hold kept of a move. */
export function settleIn(work: Work, trip: LiveTrip, at: Instant): void {
  const { moved } = trip.memory;
  if (moved === undefined) return;
  delete trip.memory.moved;
  goOnFrom(work, trip, at, moved);
}

/** Goal, exit conditions and limits as they are now act before anything else does. */
function isOver(work: Work, trip: LiveTrip, at: Instant): boolean {
  const { goal } = trip.prepared;
  if (goal?.exitOnGoal === true && trip.memory.reached === true) {
    const receipt = { goal: goal.goal.type, reached: "before" };
    cutShort(work, trip, { status: "completed", reason: "goal_reached", at, cause: "goal", receipt });
    return true;
  }
  if (judgeGoalState(work, trip, at) || judgeLeaving(work, trip, at, null)) return true;
  const limit = limitOver(trip, at);
  if (limit === null) return false;
  const { cause } = work;
  fire(work, trip, limit, at);
  work.cause = cause;
  return true;
}

/** The node as it is now may let go at once whoever it would have kept before, so that nobody is stranded (R35). */
function lookAround(work: Work, trip: LiveTrip, at: Instant): void {
  const state = trip.prepared.states.get(trip.nodeId);
  if (state === undefined) return;
  const { memory } = trip;
  if (memory.spent !== undefined) {
    if (state.races.length === 0 || exitOf(state, memory.spent) !== undefined)
      leave(work, trip, at, { exit: memory.spent, cause: "migrate" });
    return;
  }
  if (state.behaviour.holds?.(state) !== true) {
    leave(work, trip, at, { exit: defaultExit(state), cause: "migrate" });
    return;
  }
  const early = memory.early?.[trip.nodeId];
  if (early !== undefined) leave(work, trip, at, { exit: "event", cause: "event", receipt: { eventId: early } });
  else goOnIfMet(work, trip, at);
}
