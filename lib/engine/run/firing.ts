import type { JsonObject } from "#journey";
import type { LiveTrip, Work } from "../model.ts";
import type { Instant } from "../signal.ts";
import { cutShort } from "./ending.ts";
import { judgeLeaving } from "./judging.ts";
import { flush } from "./recording.ts";
import { leave, visitOf } from "./stepping.ts";
import type { Due } from "./timers.ts";

const RESTART_DEPTH_AFTER = 60_000;

/** Fires one timer as a signal of its own, with hop time `at`. */
export function fire(work: Work, trip: LiveTrip, due: Due, at: Instant): void {
  const { memory } = trip;
  const outside = due.at - memory.armed >= RESTART_DEPTH_AFTER || memory.depth === undefined;
  const seed = `timer:${trip.enrollmentId}:${trip.seq}`;
  work.cause = {
    seed,
    signalId: null,
    kind: "timer",
    at,
    depth: outside ? 0 : (memory.depth ?? 0),
    root: outside ? seed : (memory.root ?? seed),
  };
  trip.touched = true;
  if (due.what === "deadline") {
    const receipt = { days: trip.prepared.goal?.deadlineDays ?? null };
    cutShort(work, trip, { status: "stopped", reason: "goal_deadline", at, cause: "deadline", receipt });
  } else if (due.what === "max") {
    cutShort(work, trip, { status: "stopped", reason: "max_duration", at, cause: "max_duration", receipt: {} });
  } else if (due.what === "recheck") {
    lookAgain(work, trip, at);
  } else {
    const receipt = due.key.startsWith("#") ? {} : timedReceipt(work, trip, at);
    leave(work, trip, at, { exit: due.key, cause: "timer", receipt: { due: due.at, ...receipt } });
  }
  flush(work, trip);
}

function timedReceipt(work: Work, trip: LiveTrip, at: Instant): JsonObject {
  const timed = trip.prepared.states.get(trip.nodeId)?.behaviour.timed;
  const visit = timed === undefined ? null : visitOf(work, trip, at);
  return visit === null ? {} : (timed?.(visit) ?? {});
}

/** Time alone may have made a condition true. */
export function lookAgain(work: Work, trip: LiveTrip, at: Instant): void {
  if (trip.memory.recheck !== undefined) delete trip.memory.recheck;
  if (trip.memory.leaveCheck !== undefined) delete trip.memory.leaveCheck;
  if (judgeLeaving(work, trip, at, null)) return;
  const visit = visitOf(work, trip, at);
  const decision = trip.memory.spent ? null : (visit?.state.behaviour.onChange?.(visit) ?? null);
  if (decision !== null) leave(work, trip, at, decision);
}
