import { takeDate } from "../entry/dates.ts";
import { flush } from "../execution.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import { cutShort } from "../pauses/queue.ts";
import { takeResume } from "../pauses/resume.ts";
import type { Signal } from "../signal.ts";
import { drain } from "./consequences.ts";
import { takeDelivery } from "./delivery.ts";
import { takeEnrollSignal } from "./enroll.ts";
import { takeEvent } from "./event.ts";
import { takeMigrate } from "./migrate.ts";
import { takePatch, takePoll } from "./patch.ts";
import { takeRetry } from "./retry.ts";

const MOST_HELD = 100;

/** Works one signal through, and right behind it everything it sets off in the same person. */
export function takeSignal(work: Work, signal: Signal): void {
  work.cause = {
    seed: signal.id,
    signalId: signal.id,
    kind: signal.kind,
    at: signal.at,
    depth: signal.depth ?? 0,
    root: signal.root ?? signal.id,
  };
  dispatch(work, signal);
  drain(work);
}

function dispatch(work: Work, signal: Signal): void {
  switch (signal.kind) {
    case "event":
      takeEvent(work, signal.event, signal.at);
      return;
    case "patch":
      takePatch(work, signal.patch, signal.source, signal.at);
      return;
    case "enroll":
      takeEnrollSignal(work, signal);
      return;
    case "stop":
      takeStop(work, signal);
      return;
    case "delivery":
      takeOutcome(work, signal);
      return;
    case "date":
      takeDate(work, signal);
      return;
    case "poll":
      takePoll(work, signal.at);
      return;
    case "resume":
      takeResume(work, signal.journeyId, signal.at);
      return;
    case "migrate":
      takeMigrate(work, signal);
      return;
    case "retry":
      takeRetry(work, signal);
      return;
  }
}

function takeStop(work: Work, signal: Extract<Signal, { kind: "stop" }>): void {
  for (const enrollment of work.enrollments) {
    if (enrollment.ended || !isMeant(signal, enrollment)) continue;
    cutShort(work, enrollment, { status: "stopped", reason: signal.reason, at: signal.at, cause: "stop", receipt: {} });
    flush(work, enrollment);
  }
}

/** By enrollment, by journey, or every enrollment of the person when neither is named. */
function isMeant(signal: Extract<Signal, { kind: "stop" }>, enrollment: RunningEnrollment): boolean {
  if (signal.enrollmentId !== undefined) return signal.enrollmentId === enrollment.enrollmentId;
  return signal.journeyId === undefined || signal.journeyId === enrollment.journey.id;
}

function takeOutcome(work: Work, signal: Extract<Signal, { kind: "delivery" }>): void {
  const enrollment = work.enrollments.find((candidate) => candidate.enrollmentId === signal.enrollmentId);
  if (enrollment === undefined || enrollment.ended) return;
  if (isHeld(enrollment)) {
    const held = enrollment.memory.held ?? [];
    if (held.length >= MOST_HELD) return;
    const { at, visit, outcome, error, response } = signal;
    const kept = { ...(error === undefined ? {} : { error }), ...(response === undefined ? {} : { response }) };
    enrollment.memory.held = [...held, { kind: "delivery", at, visit, outcome, ...kept }];
    enrollment.touched = true;
    return;
  }
  takeDelivery(work, enrollment, signal, signal.at);
  flush(work, enrollment);
}
