import type { Execution } from "../execution.ts";
import type { PreparedGoal } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { isGoalEvent, isGoalState } from "./goal.ts";

/** Judges the goal by an event (R18: before exit conditions); true when the enrollment is over. */
export function judgeGoalEvent(run: Execution, event: LoggedEvent): boolean {
  const { goal } = run.enrollment.prepared;
  if (goal === null || !isGoalEvent(goal, event)) return false;
  return reachGoal(run, goal, event);
}

/** Judges an attribute goal as the person now is: it counts when it comes true (R26). */
export function judgeGoalState(run: Execution): boolean {
  const { work, enrollment, at } = run;
  const { goal } = enrollment.prepared;
  if (goal === null || goal.trait === null) return false;
  const isTrue = isGoalState(goal, work.person, at);
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

/** Of the version the person is on: what GOAL_CHECK asks and what people leave by. What is counted is decided beside it (R52). */
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

/** Judges the exit conditions: states as the person is, and with an event those that name it. True when the enrollment is over. */
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

/** Arms the look at exit conditions that time alone may make true, for an enrollment that has just begun (R23). */
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
