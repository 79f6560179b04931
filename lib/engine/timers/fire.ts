import type { JsonObject } from "#journey";
import { flush } from "../execution.ts";
import { checkExitRules } from "../exits/exit-rules.ts";
import { takeExit, visitOf } from "../hops/walk.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import { cutShort } from "../pauses/queue.ts";
import type { EpochMs } from "../signal.ts";
import type { Due } from "./due.ts";

const RESTART_DEPTH_AFTER = 60_000;

/** Fires one timer as a signal of its own, with hop time `at`. */
export function fire(work: Work, enrollment: RunningEnrollment, due: Due, at: EpochMs): void {
  const { memory } = enrollment;
  const outside = due.at - memory.armed >= RESTART_DEPTH_AFTER || memory.depth === undefined;
  const seed = `timer:${enrollment.enrollmentId}:${enrollment.seq}`;
  work.cause = {
    seed,
    signalId: null,
    kind: "timer",
    at,
    depth: outside ? 0 : (memory.depth ?? 0),
    root: outside ? seed : (memory.root ?? seed),
  };
  enrollment.touched = true;
  if (due.what === "deadline") {
    const receipt = { days: enrollment.prepared.goal?.deadlineDays ?? null };
    cutShort(work, enrollment, { status: "stopped", reason: "goal_deadline", at, cause: "deadline", receipt });
  } else if (due.what === "max") {
    cutShort(work, enrollment, { status: "stopped", reason: "max_duration", at, cause: "max_duration", receipt: {} });
  } else if (due.what === "recheck") {
    lookAgain(work, enrollment, at);
  } else {
    const receipt = due.key.startsWith("#") ? {} : timedReceipt(work, enrollment, at);
    takeExit(work, enrollment, at, { exit: due.key, cause: "timer", receipt: { due: due.at, ...receipt } });
  }
  flush(work, enrollment);
}

function timedReceipt(work: Work, enrollment: RunningEnrollment, at: EpochMs): JsonObject {
  const timed = enrollment.prepared.states.get(enrollment.nodeId)?.behaviour.timed;
  const visit = timed === undefined ? null : visitOf(work, enrollment, at);
  return visit === null ? {} : (timed?.(visit) ?? {});
}

/** Time alone may have made a condition true. */
export function lookAgain(work: Work, enrollment: RunningEnrollment, at: EpochMs): void {
  if (enrollment.memory.recheck !== undefined) delete enrollment.memory.recheck;
  if (enrollment.memory.leaveCheck !== undefined) delete enrollment.memory.leaveCheck;
  if (checkExitRules(work, enrollment, at, null)) return;
  const visit = visitOf(work, enrollment, at);
  const decision = enrollment.memory.spent ? null : (visit?.state.behaviour.onChange?.(visit) ?? null);
  if (decision !== null) takeExit(work, enrollment, at, decision);
}
