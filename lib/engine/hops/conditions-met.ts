import { openAdvance } from "../advance.ts";
import type { AdvanceInput } from "../advance-input.ts";
import { withinSharedSteps } from "../expressions/index.ts";
import type { AdvanceState } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { ruleContextFor } from "../person/rule-context.ts";

/**
 * Ids of the enrollments whose awaited condition already holds: evaluates what a call of advance would find, without
 * making the call (R23).
 */
export function conditionsMet(input: AdvanceInput): string[] {
  const advanceState = openAdvance({ ...input, signals: [] });
  return withinSharedSteps(() => conditionsOf(advanceState));
}

function conditionsOf(advanceState: AdvanceState): string[] {
  const { input } = advanceState;
  return advanceState.enrollments.flatMap((enrollment) => {
    const condition = enrollment.prepared.states.get(enrollment.nodeId)?.node.condition;
    if (condition === undefined || enrollment.memory.spent !== undefined || isHeld(enrollment)) return [];
    return condition(ruleContextFor(advanceState, enrollment, input.now, null)) ? [enrollment.enrollmentId] : [];
  });
}
