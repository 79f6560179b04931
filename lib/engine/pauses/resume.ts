import { eventName, type JsonObject } from "#journey";
import type { JourneyState, QueuedAction } from "../advance-input.ts";
import { flush } from "../execution.ts";
import { MOST_SHARED_STEPS, shareSteps } from "../expressions/index.ts";
import { settleIn } from "../hops/arrival.ts";
import { goOnIfMet } from "../hops/look.ts";
import { derivedId } from "../ids.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import type { EpochMs, LoggedEvent, PersonPatch } from "../signal.ts";
import { drain } from "../signals/consequences.ts";
import { takeDelivery } from "../signals/delivery.ts";
import { awaited } from "../signals/event.ts";
import { fire } from "../timers/fire.ts";
import { afterHolds, isHeld, lastPauseEnd, pauseOf } from "./pause.ts";
import { dropQueued } from "./queue.ts";

/** Catches up with pauses that ended before this turn: what they kept goes first, before new signals (R32, R33). */
export function catchUp(work: Work): void {
  if (work.queued.length > 0) catchUpQueued(work);
  for (const enrollment of [...work.enrollments]) {
    const { held, moved } = enrollment.memory;
    if (enrollment.ended || (held === undefined && moved === undefined) || isHeld(enrollment)) continue;
    handBack(work, enrollment, lastPauseEnd(enrollment.journey, "hold") ?? work.turn.now);
  }
}

function catchUpQueued(work: Work): void {
  dropQueued(work, (action) => isGone(work, action));
  for (const journeyId of new Set(work.queued.map((action) => action.journeyId))) {
    const journey = work.turn.world.journeys.get(journeyId);
    if (journey !== undefined) runQueued(work, journey, lastPauseEnd(journey, "queue") ?? work.turn.now);
  }
}

function isGone(work: Work, action: QueuedAction): boolean {
  const journey = work.turn.world.journeys.get(action.journeyId);
  return journey !== undefined && (journey.status === "archived" || action.epoch < journey.epoch);
}

/** The journey goes on: queued actions in their order, then what the hold kept. */
export function takeResume(work: Work, journeyId: string, at: EpochMs): void {
  const journey = work.turn.world.journeys.get(journeyId);
  if (journey === undefined) return;
  runQueued(work, journey, at);
  for (const enrollment of [...work.enrollments]) {
    if (!enrollment.ended && enrollment.journey.id === journeyId && !isHeld(enrollment)) handBack(work, enrollment, at);
  }
}

function runQueued(work: Work, journey: JourneyState, at: EpochMs): void {
  if (pauseOf(journey) === "queue" || pauseOf(journey) === "hold") return;
  const actions = work.queued.filter((action) => action.journeyId === journey.id);
  const behind = work.cause;
  for (const action of actions) {
    shareSteps(MOST_SHARED_STEPS);
    // A cause of its own: ids of what it sets off depend neither on the batch nor on the action before it.
    work.cause = { ...behind, seed: `queued:${action.id}` };
    dropQueued(work, (candidate) => candidate === action);
    perform(work, action, at);
    drain(work);
  }
  work.cause = behind;
}

function perform(work: Work, { id, effect, journeyId }: QueuedAction, at: EpochMs): void {
  const context = { depth: work.cause.depth, root: work.cause.root, at };
  switch (effect.type) {
    case "release":
      work.out.released.push({ deliveryId: String(effect.deliveryId), at: Math.max(at, work.turn.now) });
      return;
    case "patch":
      work.pending.push({
        kind: "patch",
        patch: effect.patch as PersonPatch,
        source: `journey:${journeyId}`,
        enrollmentId: null,
        ...context,
      });
      return;
    case "emit": {
      const properties = effect.properties as JsonObject;
      const name = eventName(String(effect.name));
      const event: LoggedEvent = {
        id: derivedId(`event:${id}`, at, work.person.id),
        name,
        properties,
        timestamp: at,
        receivedAt: at,
      };
      work.pending.push({ kind: "event", event, ...context });
      return;
    }
    case "enroll":
      work.pending.push({
        kind: "enroll",
        seed: id,
        journey: String(effect.journey),
        properties: effect.properties as JsonObject,
        ...context,
      });
  }
}

/** Hands back kept signals together with the timers that fell due, by time; conditions are looked at behind them. */
function handBack(work: Work, enrollment: RunningEnrollment, release: EpochMs): void {
  // Whether the end of a pause is met here or by its signal depends on the batch: what was kept has its own steps (R19).
  shareSteps(MOST_SHARED_STEPS);
  const at = Math.max(release, enrollment.memory.at);
  const held = enrollment.memory.held ?? [];
  enrollment.touched = true;
  delete enrollment.memory.held;
  const behind = work.cause;
  const cause = { ...behind, seed: `resumed:${enrollment.enrollmentId}:${enrollment.seq}`, kind: "resume", at };
  work.cause = cause;
  settleIn(work, enrollment, at);
  for (const signal of held) {
    if (enrollment.ended) break;
    fireFallen(work, enrollment, signal.kind === "event" ? signal.event.receivedAt : signal.at, at);
    if (enrollment.ended) break;
    shareSteps(MOST_SHARED_STEPS);
    work.cause = { ...cause, seed: `held:${enrollment.enrollmentId}:${enrollment.seq}` };
    if (signal.kind === "event") awaited(work, enrollment, signal.event, at);
    else takeDelivery(work, enrollment, signal, at);
    flush(work, enrollment);
    drain(work);
  }
  if (!enrollment.ended) fireFallen(work, enrollment, at, at);
  work.cause = cause;
  if (!enrollment.ended) goOnIfMet(work, enrollment, at);
  flush(work, enrollment);
  drain(work);
  work.cause = behind;
}

/** Fires the node's timers that fell due before `limit` during the hold, with the time of the release. */
function fireFallen(work: Work, enrollment: RunningEnrollment, limit: EpochMs, at: EpochMs): void {
  for (;;) {
    const { memory, journey } = enrollment;
    let next: { key: string; due: EpochMs } | null = null;
    for (const [key, due] of memory.timers) {
      const moved = journey.onResume === "shift" ? afterHolds(due, memory.armed, journey, "shift") : due;
      if (moved < limit && (next === null || moved < next.due)) next = { key, due: moved };
    }
    if (next === null || enrollment.ended) return;
    fire(work, enrollment, { at: next.due, what: "node", key: next.key }, at);
    drain(work);
  }
}
