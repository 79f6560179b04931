import { openWork } from "../advance.ts";
import type { AdvanceInput } from "../advance-input.ts";
import { withinSharedSteps } from "../expressions/index.ts";
import type { Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { ruleContextFor } from "../person/rule-context.ts";

/**
 * Ids of the enrollments whose awaited condition already holds: evaluates what a call of advance would find, without
 * making the call (R23).
 */
export function conditionsMet(turn: AdvanceInput): string[] {
  const work = openWork({ ...turn, signals: [] });
  return withinSharedSteps(() => conditionsOf(work));
}

function conditionsOf(work: Work): string[] {
  const { turn } = work;
  return work.enrollments.flatMap((enrollment) => {
    const condition = enrollment.prepared.states.get(enrollment.nodeId)?.node.condition;
    if (condition === undefined || enrollment.memory.spent !== undefined || isHeld(enrollment)) return [];
    return condition(ruleContextFor(work, enrollment, turn.now, null)) ? [enrollment.enrollmentId] : [];
  });
}
