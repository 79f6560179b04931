import { flush } from "../execution.ts";
import type { Pending, Work } from "../model.ts";
import { lookAgain } from "../timers/fire.ts";
import { alertDepth } from "./alerts.ts";
import { takeEnroll } from "./enroll.ts";
import { recordEmitted, takeEvent } from "./event.ts";
import { applyQuietly, takePatch } from "./patch.ts";

const DEEPEST = 16;
/** Each step may set off several things: depth alone would let sixteen rounds come to millions. */
const MOST = 1_000;

/** Works off what steps have set off, right behind the signal that did (R22). */
export function drain(work: Work): void {
  const behind = work.cause;
  for (let number = 1; ; number += 1) {
    const item = work.pending.shift();
    if (item === undefined) break;
    const seed = `${behind.seed}/${number}`;
    work.cause = { seed, signalId: behind.signalId, kind: item.kind, at: item.at, depth: item.depth, root: item.root };
    take(work, item, number);
  }
  work.cause = behind;
}

function take(work: Work, item: Pending, number: number): void {
  if (item.kind === "judge") {
    judge(work, item.enrollmentId, item.at);
    return;
  }
  const tooDeep = item.depth > DEEPEST || number > MOST;
  if (tooDeep && number <= MOST + 1) alertDepth(work, item);
  switch (item.kind) {
    case "patch":
      if (!tooDeep) {
        takePatch(work, item.patch, item.source, item.at);
        return;
      }
      applyQuietly(work, item.patch, item.source, item.at);
      return;
    case "event":
      recordEmitted(work, item.event);
      // It happened, so rules count it: the next batch would read it in the log (R19).
      if (tooDeep) work.log.push(item.event);
      else takeEvent(work, item.event, item.at);
      return;
    case "enroll":
      if (!tooDeep) takeEnroll(work, item);
      return;
  }
}

/** A change that waits in the queue lets the enrollment's own exit conditions and wait look (R33). */
function judge(work: Work, enrollmentId: string, at: number): void {
  const enrollment = work.enrollments.find((candidate) => candidate.enrollmentId === enrollmentId && !candidate.ended);
  if (enrollment === undefined) return;
  lookAgain(work, enrollment, at);
  flush(work, enrollment);
}
