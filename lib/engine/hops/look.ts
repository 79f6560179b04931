import { checkExitRules, judgeGoalState } from "../exits/exit-rules.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import type { EpochMs } from "../signal.ts";
import { takeExit, visitOf } from "./walk.ts";

/** After the person changed: goal, then exit conditions, then the awaited condition (R18). */
export function cutShortBy(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  if (judgeGoalState(work, enrollment, at) || checkExitRules(work, enrollment, at, null)) return;
  goOnIfMet(work, enrollment, at);
}

/** Lets a person go on whose awaited condition holds. */
export function goOnIfMet(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  if (isHeld(enrollment) || enrollment.memory.spent) return;
  const state = enrollment.prepared.states.get(enrollment.nodeId);
  if (state?.behaviour.onChange === undefined) return;
  const visit = visitOf(work, enrollment, at);
  if (visit === null) return;
  const recheck = enrollment.memory.recheck;
  const decision = state.behaviour.onChange(visit);
  if (enrollment.memory.recheck !== recheck) enrollment.touched = true;
  if (decision !== null) takeExit(work, enrollment, at, decision);
}
