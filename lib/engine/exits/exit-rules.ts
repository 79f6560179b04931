import type { Execution } from "../execution.ts";
import type { PreparedGoal } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { isGoalEvent, isGoalState } from "./goal.ts";

/** Evaluates the goal for an event (R18: before exit conditions); true when this ended the enrollment. */
export function judgeGoalEvent(run: Execution, event: LoggedEvent): boolean {
  const { goal } = run.enrollment.prepared;
  if (goal === null || !isGoalEvent(goal, event)) return false;
  return reachGoal(run, goal, event);
}

/**
 * Evaluates an attribute goal for the present person; the goal is reached when it changes to true (R26). True when this
 * ended the enrollment.
 */
export function judgeGoalState(run: Execution): boolean {
  const { advanceState, enrollment, at } = run;
  const { goal } = enrollment.prepared;
  if (goal === null || goal.trait === null) return false;
  const isTrue = isGoalState(goal, advanceState.person, at);
  const wasTrue = enrollment.memory.wasTrue === true;
  if (isTrue === wasTrue) return false;
  run.touch();
  if (!isTrue) {
    delete enrollment.memory.wasTrue;
    return false;
  }
  enrollment.memory.wasTrue = true;
  return reachGoal(run, goal, null);
}

/**
 * Marks the goal of the enrollment's own version as reached: GOAL_CHECK reads the mark, and the enrollment may end.
 * Conversions are counted separately (R52).
 */
function reachGoal(run: Execution, prepared: PreparedGoal, event: LoggedEvent | null): boolean {
  const { memory } = run.enrollment;
  if (memory.reached !== true) {
    memory.reached = true;
    run.touch();
    delete memory.deadline;
  }
  if (!prepared.exitOnGoal) return false;
  const receipt = { goal: prepared.type, eventId: event?.id ?? null };
  run.cutShort({ status: "completed", reason: "goal_reached", cause: "goal", receipt });
  return true;
}

/**
 * Evaluates the exit conditions: those on the state of the person, and with an event also those that name it. True when
 * the enrollment has ended.
 */
export function checkExitRules(run: Execution, event: LoggedEvent | null): boolean {
  let again: EpochMs | null = null;
  for (const [index, exitRules] of run.enrollment.prepared.exitRules.entries()) {
    if (exitRules.eventName !== null && exitRules.eventName !== event?.name) continue;
    const facts = run.facts(event);
    if (!exitRules.test(facts)) {
      if (exitRules.eventName === null) again = earlier(again, facts.recheckAt);
      continue;
    }
    const receipt = receiptOf(facts, { condition: index });
    run.cutShort({ status: "stopped", reason: "exit_condition", cause: "exit_condition", receipt });
    return true;
  }
  findExit(run, again);
  return false;
}

/** Schedules the recheck of exit conditions that time alone may make true, for an enrollment that has just begun (R23). */
export function armExitRules(run: Execution): void {
  let again: EpochMs | null = null;
  for (const exitRules of run.enrollment.prepared.exitRules) {
    if (exitRules.eventName !== null) continue;
    const facts = run.facts();
    exitRules.test(facts);
    again = earlier(again, facts.recheckAt);
  }
  findExit(run, again);
}

function earlier(left: EpochMs | null, right: EpochMs | null): EpochMs | null {
  return left === null || (right !== null && right < left) ? right : left;
}

function findExit(run: Execution, at: EpochMs | null): void {
  const { memory } = run.enrollment;
  if ((memory.leaveCheck ?? null) === at) return;
  run.touch();
  if (at === null) delete memory.leaveCheck;
  else memory.leaveCheck = at;
}
