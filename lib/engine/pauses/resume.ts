import { eventName } from "#journey";
import type { JourneyState, QueuedAction } from "../advance-input.ts";
import { Execution, type Occurrence, type SetOff, setOff } from "../execution.ts";
import { MOST_SHARED_STEPS, shareSteps } from "../expressions/index.ts";
import { settleIn } from "../hops/arrival.ts";
import { goOnIfMet } from "../hops/look.ts";
import { derivedId } from "../ids.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import { startCampaign } from "../nodes/campaigns.ts";
import type { EpochMs } from "../signal.ts";
import { drain } from "../signals/consequences.ts";
import { takeDelivery } from "../signals/delivery.ts";
import { awaited } from "../signals/event.ts";
import { fire } from "../timers/fire.ts";
import { afterHolds, isHeld, lastPauseEnd, pauseOf } from "./pause.ts";
import { dropQueued } from "./queue.ts";

/** Processes what ended pauses kept, before new signals are processed (R32, R33). */
export function catchUp(what: Occurrence): void {
  const { advanceState } = what;
  if (advanceState.queued.length > 0) catchUpQueued(what);
  for (const enrollment of [...advanceState.enrollments]) {
    const { held, moved } = enrollment.memory;
    if (enrollment.ended || (held === undefined && moved === undefined) || isHeld(enrollment)) continue;
    handBack({ ...what, at: lastPauseEnd(enrollment.journey, "hold") ?? advanceState.input.now }, enrollment);
  }
}

function catchUpQueued(what: Occurrence): void {
  const { advanceState } = what;
  dropQueued(advanceState, (action) => isGone(advanceState, action));
  for (const journeyId of new Set(advanceState.queued.map((action) => action.journeyId))) {
    const journey = advanceState.input.snapshot.journeys.get(journeyId);
    if (journey === undefined) continue;
    runQueued({ ...what, at: lastPauseEnd(journey, "queue") ?? advanceState.input.now }, journey);
  }
}

function isGone(advanceState: AdvanceState, action: QueuedAction): boolean {
  const journey = advanceState.input.snapshot.journeys.get(action.journeyId);
  return journey !== undefined && (journey.status === "archived" || action.epoch < journey.epoch);
}

/** Resumes a journey: runs queued actions in their order, then hands back the signals that a hold kept. */
export function takeResume(what: Occurrence, journeyId: string): void {
  const { advanceState } = what;
  const journey = advanceState.input.snapshot.journeys.get(journeyId);
  if (journey === undefined) return;
  runQueued(what, journey);
  for (const enrollment of [...advanceState.enrollments]) {
    if (!enrollment.ended && enrollment.journey.id === journeyId && !isHeld(enrollment)) handBack(what, enrollment);
  }
}

function runQueued(what: Occurrence, journey: JourneyState): void {
  if (pauseOf(journey) === "queue" || pauseOf(journey) === "hold") return;
  const { advanceState } = what;
  for (const action of advanceState.queued.filter(({ journeyId }) => journeyId === journey.id)) {
    shareSteps(MOST_SHARED_STEPS);
    // Each action is its own cause: the ids of its effects must depend neither on the batch nor on the action before
    // it.
    const own: Occurrence = { ...what, cause: { ...what.cause, seed: `queued:${action.id}` } };
    dropQueued(advanceState, (candidate) => candidate === action);
    perform(own, action);
    drain(own);
  }
}

/** Carries out a queued action at the depth of the resume signal. */
function perform(what: Occurrence, { id, effect, journeyId, enrollmentId }: QueuedAction): void {
  const { advanceState, cause, at } = what;
  const happen = (item: SetOff) => setOff(what, item, cause.depth);
  switch (effect.type) {
    case "release":
      advanceState.out.released.push({ deliveryId: effect.deliveryId, at: Math.max(at, advanceState.input.now) });
      return;
    case "patch":
      happen({ kind: "patch", patch: effect.patch, source: `journey:${journeyId}`, enrollmentId: null });
      return;
    case "emit": {
      const made = { id: derivedId(`event:${id}`, at, advanceState.person.id), name: eventName(effect.name) };
      const event = { ...made, properties: effect.properties, timestamp: at, receivedAt: at };
      happen({ kind: "event", event });
      return;
    }
    case "campaign":
      startQueuedCampaign(what, { id, campaign: effect.campaign, enrollmentId });
      return;
    case "enroll":
      happen({ kind: "enroll", seed: id, journey: effect.journey, properties: effect.properties });
  }
}

type QueuedCampaign = { readonly id: string; readonly campaign: string; readonly enrollmentId: string };

/** A campaign that was deleted during the pause is not created. */
function startQueuedCampaign(what: Occurrence, { id, campaign, enrollmentId }: QueuedCampaign): void {
  const template = what.advanceState.input.snapshot.campaigns?.get(campaign);
  if (template === undefined) return;
  const event = startCampaign(what, template, { seed: id, enrollmentId });
  setOff(what, { kind: "event", event }, what.cause.depth);
}

/**
 * Hands back kept signals and fires the timers that fell due during the hold, in the order of their times; awaited
 * conditions are evaluated after them.
 */
function handBack(what: Occurrence, enrollment: RunningEnrollment): void {
  // Either this call or the resume signal may end a hold, depending on the batch. Kept signals therefore get their own
  // evaluation steps, so that the result is the same (R19).
  shareSteps(MOST_SHARED_STEPS);
  const { advanceState } = what;
  const { enrollmentId } = enrollment;
  const at = Math.max(what.at, enrollment.memory.at);
  const held = enrollment.memory.held ?? [];
  const cause = { ...what.cause, seed: `resumed:${enrollmentId}:${enrollment.seq}`, kind: "resume", at };
  const run = new Execution({ advanceState, cause, at }, enrollment);
  run.touch();
  delete enrollment.memory.held;
  settleIn(run);
  for (const signal of held) {
    if (enrollment.ended) break;
    fireFallen(run, signal.kind === "event" ? signal.event.receivedAt : signal.at);
    if (enrollment.ended) break;
    shareSteps(MOST_SHARED_STEPS);
    const own = new Execution(
      { advanceState, cause: { ...cause, seed: `held:${enrollmentId}:${enrollment.seq}` }, at },
      enrollment,
    );
    if (signal.kind === "event") awaited(own, signal.event);
    else takeDelivery(own, signal);
    own.commit();
    drain(own);
  }
  if (!enrollment.ended) fireFallen(run, at);
  if (!enrollment.ended) goOnIfMet(run);
  run.commit();
  drain(run);
}

/** Fires the node's timers that fell due during the hold and before `limit`, with the time of the release as hop time. */
function fireFallen({ advanceState, enrollment, at }: Execution, limit: EpochMs): void {
  for (;;) {
    const { memory, journey } = enrollment;
    let next: { key: string; due: EpochMs } | null = null;
    for (const [key, due] of memory.timers) {
      const moved = journey.onResume === "shift" ? afterHolds(due, memory.armed, journey, "shift") : due;
      if (moved < limit && (next === null || moved < next.due)) next = { key, due: moved };
    }
    if (next === null || enrollment.ended) return;
    drain(fire(advanceState, enrollment, { at: next.due, what: "node", key: next.key }, at));
  }
}
