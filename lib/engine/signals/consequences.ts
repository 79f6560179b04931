import { LONGEST_CHAIN } from "#values";
import { Execution, type Occurrence } from "../execution.ts";
import type { Pending } from "../model.ts";
import { lookAgain } from "../timers/fire.ts";
import { alertDepth } from "./alerts.ts";
import { takeEnroll } from "./enroll.ts";
import { recordEmitted, takeEvent } from "./event.ts";
import { applyQuietly, takePatch } from "./patch.ts";

/**
 * Most effects of one signal. A node may have several effects, so `LONGEST_CHAIN` alone would allow millions of
 * them.
 */
const MOST = 1_000;

/** Processes the effects of an occurrence, right after the occurrence (R22). */
export function drain({ advanceState, cause: { seed, signalId } }: Occurrence): void {
  for (let number = 1; ; number += 1) {
    const item = advanceState.pending.shift();
    if (item === undefined) return;
    const { kind, at, depth, root } = item;
    take({ advanceState, cause: { seed: `${seed}/${number}`, signalId, kind, at, depth, root }, at }, item, number);
  }
}

function take(what: Occurrence, item: Pending, number: number): void {
  if (item.kind === "judge") {
    judge(what, item.enrollmentId);
    return;
  }
  const { advanceState, at } = what;
  const tooDeep = item.depth > LONGEST_CHAIN || number > MOST;
  if (tooDeep && number <= MOST + 1) alertDepth(advanceState, item);
  switch (item.kind) {
    case "patch":
      if (tooDeep) applyQuietly(advanceState, item.patch, item.source, at);
      else takePatch(what, item.patch, item.source);
      return;
    case "event":
      recordEmitted(advanceState, item.event);
      // The event did happen, so rules count it: the next batch would read it in the log as well (R19).
      if (tooDeep) advanceState.log.push(item.event);
      else takeEvent(what, item.event);
      return;
    case "enroll":
      if (!tooDeep) takeEnroll(what, item);
      return;
  }
}

/** A queued person change lets the exit conditions and the wait of its own enrollment be evaluated again (R33). */
function judge(what: Occurrence, enrollmentId: string): void {
  const enrollment = what.advanceState.enrollments.find(
    (candidate) => candidate.enrollmentId === enrollmentId && !candidate.ended,
  );
  if (enrollment === undefined) return;
  const run = new Execution(what, enrollment);
  lookAgain(run);
  run.commit();
}
