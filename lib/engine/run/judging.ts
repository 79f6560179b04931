import { UrlMatch } from "#journey";
import type { Person } from "../advance-input.ts";
import { makeTest, matchesFilter } from "../guards/index.ts";
import type { PreparedGoal, RunningEnrollment, Work } from "../model.ts";
import { matchesUrl } from "../patterns.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { cutShort } from "./ending.ts";
import { receiptOf, ruleContextFor } from "./rule-context.ts";

/** Whether the event is what the goal waits for. */
export function isGoalEvent(prepared: PreparedGoal, event: LoggedEvent): boolean {
  const { goal } = prepared;
  if (prepared.eventName !== event.name) return false;
  switch (goal.type) {
    case "event":
      return goal.config.filter === undefined || matchesFilter(goal.config.filter, event.properties);
    case "page_visit":
      return matchesUrl(UrlMatch.parse(goal.config), String(event.properties.url ?? ""));
    case "flow_completed":
      return [event.properties.contentId, event.properties.flowId].includes(goal.config.flowId);
    case "attribute_match":
      return false;
  }
}

const attributeTests = new WeakMap<PreparedGoal, ReturnType<typeof makeTest>>();

/** Whether the attribute goal is true of the person. Other goals are never states. */
export function isGoalState(prepared: PreparedGoal, person: Person, at: EpochMs): boolean {
  if (prepared.goal.type !== "attribute_match") return false;
  let test = attributeTests.get(prepared);
  if (test === undefined) {
    const { attribute, operator, value } = prepared.goal.config;
    test = makeTest({ rules: { all: [{ field: `traits.${attribute}`, op: operator, value }] } });
    attributeTests.set(prepared, test);
  }
  const nothing = { zone: "UTC", recheckAt: null, seen: null, errors: [] };
  return test({ scope: { traits: person.traits }, at, countEvents: () => 0, inSegment: () => false, ...nothing });
}

/** Judges the goal by an event (R18: before exit conditions); true when the enrollment is over. */
export function judgeGoalEvent(work: Work, enrollment: RunningEnrollment, event: LoggedEvent, at: EpochMs): boolean {
  const { goal } = enrollment.prepared;
  if (goal === null || !isGoalEvent(goal, event)) return false;
  return reachGoal(work, enrollment, goal, at, event);
}

/** Judges an attribute goal as the person now is: it counts when it comes true (R26). */
export function judgeGoalState(work: Work, enrollment: RunningEnrollment, at: EpochMs): boolean {
  const { goal } = enrollment.prepared;
  if (goal?.goal.type !== "attribute_match") return false;
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
  const receipt = { goal: prepared.goal.type, eventId: event?.id ?? null };
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
