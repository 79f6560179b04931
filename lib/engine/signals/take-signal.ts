import { takeDate } from "../entry/dates.ts";
import type { Occurrence } from "../execution.ts";
import type { AdvanceState } from "../model.ts";
import { takeResume } from "../pauses/resume.ts";
import type { Signal } from "../signal.ts";
import { drain } from "./consequences.ts";
import { takeOutcome } from "./delivery.ts";
import { takeEnrollSignal } from "./enroll.ts";
import { takeEvent } from "./event.ts";
import { takeMigrate } from "./migrate.ts";
import { takeOfferOutcome } from "./outcome.ts";
import { takePatch, takePoll } from "./patch.ts";
import { takeRelease } from "./release.ts";
import { takeRetry } from "./retry.ts";
import { takeStop } from "./stop.ts";

/** Processes one signal, and right after it all of its effects on the same person. */
export function takeSignal(advanceState: AdvanceState, signal: Signal): Occurrence {
  const { id, kind, at, depth = 0, root = id } = signal;
  const what: Occurrence = { advanceState, cause: { seed: id, signalId: id, kind, at, depth, root }, at };
  dispatch(what, signal);
  drain(what);
  return what;
}

function dispatch(what: Occurrence, signal: Signal): void {
  switch (signal.kind) {
    case "event":
      takeEvent(what, signal.event);
      return;
    case "patch":
      takePatch(what, signal.patch, signal.source);
      return;
    case "enroll":
      takeEnrollSignal(what, signal);
      return;
    case "stop":
      takeStop(what, signal);
      return;
    case "delivery":
      takeOutcome(what, signal);
      return;
    case "outcome":
      takeOfferOutcome(what, signal);
      return;
    case "date":
      takeDate(what, signal);
      return;
    case "poll":
      takePoll(what);
      return;
    case "resume":
      takeResume(what, signal.journeyId);
      return;
    case "migrate":
      takeMigrate(what, signal);
      return;
    case "release":
      takeRelease(what, signal);
      return;
    case "retry":
      takeRetry(what, signal);
      return;
  }
}
