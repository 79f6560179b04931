import { Execution, type Occurrence } from "../execution.ts";
import type { Pending } from "../model.ts";
import { lookAgain } from "../timers/fire.ts";
import { alertDepth } from "./alerts.ts";
import { takeEnroll } from "./enroll.ts";
import { recordEmitted, takeEvent } from "./event.ts";
import { applyQuietly, takePatch } from "./patch.ts";

const DEEPEST = 16;
/** Each step may set off several things: depth alone would let sixteen rounds come to millions. */
const MOST = 1_000;

/** Works off what was set off, right behind what did (R22). */
export function drain({ work, cause: { seed, signalId } }: Occurrence): void {
  for (let number = 1; ; number += 1) {
    const item = work.pending.shift();
    if (item === undefined) return;
    const { kind, at, depth, root } = item;
    take({ work, cause: { seed: `${seed}/${number}`, signalId, kind, at, depth, root }, at }, item, number);
  }
}

function take(what: Occurrence, item: Pending, number: number): void {
  if (item.kind === "judge") {
    judge(what, item.enrollmentId);
    return;
  }
  const { work, at } = what;
  const tooDeep = item.depth > DEEPEST || number > MOST;
  if (tooDeep && number <= MOST + 1) alertDepth(work, item);
  switch (item.kind) {
    case "patch":
      if (tooDeep) applyQuietly(work, item.patch, item.source, at);
      else takePatch(what, item.patch, item.source);
      return;
    case "event":
      recordEmitted(work, item.event);
      // It happened, so rules count it: the next batch would read it in the log (R19).
      if (tooDeep) work.log.push(item.event);
      else takeEvent(what, item.event);
      return;
    case "enroll":
      if (!tooDeep) takeEnroll(what, item);
      return;
  }
}

/** A change that waits in the queue lets the enrollment's own exit conditions and wait look (R33). */
function judge(what: Occurrence, enrollmentId: string): void {
  const enrollment = what.work.enrollments.find(
    (candidate) => candidate.enrollmentId === enrollmentId && !candidate.ended,
  );
  if (enrollment === undefined) return;
  const run = new Execution(what, enrollment);
  lookAgain(run);
  run.commit();
}
