import type { PreparedGoal, RunningEnrollment, Work } from "../model.ts";
import { cutShort } from "../pauses/queue.ts";
import { receiptOf, ruleContextFor } from "../person/facts.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { isGoalEvent, isGoalState } from "./goal.ts";

/** Judges the goal by an event (R18: before exit conditions); true when the enrollment is over. */
export function judgeGoalEvent(work: Work, enrollment: RunningEnrollment, event: LoggedEvent, at: EpochMs): boolean {
  const { goal } = enrollment.prepared;
  if (goal === null || !isGoalEvent(goal, event)) return false;
  return reachGoal(work, enrollment, goal, at, event);
}

/** Judges an attribute goal as the person now is: it counts when it comes true (R26). */
export function judgeGoalState(work: Work, enrollment: RunningEnrollment, at: EpochMs): boolean {
  const { goal } = enrollment.prepared;
  if (goal === null || goal.trait === null) return false;
  const isTrue = isGoalState(goal, work.person, at);
  const wasTrue = enrollment.memory.wasTrue === true;
  if (isTrue === wasTrue) return false;
  enrollment.touched = true;
  if (!isTrue) {
    delete enrollment.memory.wasTrue;
    return false;
  }
  enrollment.memory.wasTrue = true;
  return reachGoal(work, enrollment, goal, at, null);
}

/** Of the version the person is on: what GOAL_CHECK asks and what people leave by. What is counted is decided beside it (R52). */
function reachGoal(
  work: Work,
  enrollment: RunningEnrollment,
  prepared: PreparedGoal,
  at: EpochMs,
  event: LoggedEvent | null,
): boolean {
  if (enrollment.memory.reached !== true) {
    enrollment.memory.reached = true;
    enrollment.touched = true;
    delete enrollment.memory.deadline;
  }
  if (!prepared.exitOnGoal) return false;
  const receipt = { goal: prepared.type, eventId: event?.id ?? null };
  cutShort(work, enrollment, { status: "completed", reason: "goal_reached", at, cause: "goal", receipt });
  return true;
}

/** Judges the exit conditions: states as the person is, and with an event those that name it. True when the enrollment is over. */
export function checkExitRules(
  work: Work,
  enrollment: RunningEnrollment,
  at: EpochMs,
  event: LoggedEvent | null,
): boolean {
  let again: EpochMs | null = null;
  for (const [index, exitRules] of enrollment.prepared.exitRules.entries()) {
    if (exitRules.eventName !== null && exitRules.eventName !== event?.name) continue;
    const facts = ruleContextFor(work, enrollment, at, event);
    if (!exitRules.test(facts)) {
      if (exitRules.eventName === null) again = earlier(again, facts.recheckAt);
      continue;
    }
    const receipt = receiptOf(facts, { condition: index });
    cutShort(work, enrollment, { status: "stopped", reason: "exit_condition", at, cause: "exit_condition", receipt });
    return true;
  }
  findExit(enrollment, again);
  return false;
}

/** Arms the look at exit conditions that time alone may make true, for an enrollment that has just begun (R23). */
export function armExitRules(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  let again: EpochMs | null = null;
  for (const exitRules of enrollment.prepared.exitRules) {
    if (exitRules.eventName !== null) continue;
    const facts = ruleContextFor(work, enrollment, at, null);
    exitRules.test(facts);
    again = earlier(again, facts.recheckAt);
  }
  findExit(enrollment, again);
}

function earlier(left: EpochMs | null, right: EpochMs | null): EpochMs | null {
  return left === null || (right !== null && right < left) ? right : left;
}

function findExit(enrollment: RunningEnrollment, at: EpochMs | null): void {
  const { memory } = enrollment;
  if ((memory.leaveCheck ?? null) === at) return;
  enrollment.touched = true;
  if (at === null) delete memory.leaveCheck;
  else memory.leaveCheck = at;
}
