import { checkExitRules, judgeGoalState } from "../exits/exit-rules.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { cutShort } from "../pauses/queue.ts";
import type { EpochMs } from "../signal.ts";
import { limitOver } from "../timers/due.ts";
import { fire } from "../timers/fire.ts";
import { goOnIfMet } from "./look.ts";
import { defaultExit, exitOf, runNode, takeExit } from "./walk.ts";

/** How an enrollment goes on at the node it was put on: the node runs, is stood on as before, or is passed by. */
export type GoingOn = "run" | "look" | "skip";

/** Goes on at the node an enrollment was put on, unless it has to leave; a hold keeps that until it ends (R32). */
export function goOnFrom(work: Work, enrollment: RunningEnrollment, at: EpochMs, how: GoingOn): void {
  if (isOver(work, enrollment, at)) return;
  if (isHeld(enrollment)) {
    enrollment.memory.moved = how;
    return;
  }
  if (how === "run") runNode(work, enrollment, at);
  else if (how === "look") lookAround(work, enrollment, at);
  else passBy(work, enrollment, at);
}

function passBy(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) return;
  takeExit(work, enrollment, at, { exit: defaultExit(state), cause: "retry", receipt: { skipped: true } });
}

/** What a hold kept of a move. */
export function settleIn(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  const { moved } = enrollment.memory;
  if (moved === undefined) return;
  delete enrollment.memory.moved;
  goOnFrom(work, enrollment, at, moved);
}

/** Goal, exit conditions and limits as they are now act before anything else does. */
function isOver(work: Work, enrollment: RunningEnrollment, at: EpochMs): boolean {
  const { goal } = enrollment.prepared;
  if (goal?.exitOnGoal === true && enrollment.memory.reached === true) {
    const receipt = { goal: goal.type, reached: "before" };
    cutShort(work, enrollment, { status: "completed", reason: "goal_reached", at, cause: "goal", receipt });
    return true;
  }
  if (judgeGoalState(work, enrollment, at) || checkExitRules(work, enrollment, at, null)) return true;
  const limit = limitOver(enrollment, at);
  if (limit === null) return false;
  const { cause } = work;
  fire(work, enrollment, limit, at);
  work.cause = cause;
  return true;
}

/** The node as it is now may let go at once whoever it would have kept before, so that nobody is stranded (R35). */
function lookAround(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state === undefined) return;
  const { memory } = enrollment;
  if (memory.spent !== undefined) {
    if (state.races.length === 0 || exitOf(state, memory.spent) !== undefined)
      takeExit(work, enrollment, at, { exit: memory.spent, cause: "migrate" });
    return;
  }
  if (state.behaviour.holds?.(state) !== true) {
    takeExit(work, enrollment, at, { exit: defaultExit(state), cause: "migrate" });
    return;
  }
  const early = memory.early?.[enrollment.nodeId];
  if (early !== undefined)
    takeExit(work, enrollment, at, { exit: "event", cause: "event", receipt: { eventId: early } });
  else goOnIfMet(work, enrollment, at);
}
