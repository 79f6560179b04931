import type { QueuedAction, QueuedEffect } from "../advance-input.ts";
import type { Execution } from "../execution.ts";
import { derivedId } from "../ids.ts";
import type { AdvanceState } from "../model.ts";

/** Queues an effect of a node until the journey resumes (R33). */
export function queue({ advanceState, enrollment, at }: Execution, effect: QueuedEffect): void {
  const seed = `queued:${enrollment.enrollmentId}:${enrollment.memory.visit}:${advanceState.queued.length}`;
  const action: QueuedAction = {
    id: derivedId(seed, at, enrollment.enrollmentId, advanceState.queued.length),
    journeyId: enrollment.journey.id,
    enrollmentId: enrollment.enrollmentId,
    epoch: enrollment.epoch,
    at,
    effect,
  };
  advanceState.queued.push(action);
  advanceState.out.queuedAdded.push(action);
}

/**
 * Which queued effects are still carried out when their enrollment is cut short; the compiler reports a type without an
 * entry (R33).
 */
export const OUTLIVES: Readonly<Record<QueuedEffect["type"], boolean>> = {
  release: false,
  patch: true,
  emit: true,
  enroll: true,
  campaign: true,
};

/** Removes queued actions: those of this call from the result, stored ones by their ids. */
export function dropQueued(advanceState: AdvanceState, isDropped: (action: QueuedAction) => boolean): void {
  const dropped = advanceState.queued.filter(isDropped);
  if (dropped.length === 0) return;
  advanceState.queued = advanceState.queued.filter((action) => !dropped.includes(action));
  for (const action of dropped) {
    if (advanceState.out.queuedAdded.includes(action))
      advanceState.out.queuedAdded = advanceState.out.queuedAdded.filter((added) => added !== action);
    else advanceState.out.queuedRemoved.push(action.id);
  }
}
