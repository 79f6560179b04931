import type { JsonObject } from "#journey";
import { count, recordEnd } from "../execution.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import type { EpochMs, ExitReason } from "../signal.ts";

/** Ends an enrollment where it stands: its visit ends as exited or failed (R36), and it becomes one of the past. */
export function endEnrollment(
  work: Work,
  enrollment: RunningEnrollment,
  status: "completed" | "stopped" | "failed",
  exitReason: ExitReason,
  at: EpochMs,
): void {
  if (enrollment.ended) return;
  const endedAt = Math.max(at, enrollment.memory.at);
  enrollment.ended = true;
  enrollment.touched = true;
  count(work, enrollment, enrollment.nodeId, status === "failed" ? "failed" : "exited");
  work.out.ended.push({ id: enrollment.enrollmentId, status, exitReason, endedAt, lastNodeId: enrollment.nodeId });
  const { enrollmentId, versionId, instanceKey, epoch, enrolledAt } = enrollment;
  work.past.push({
    enrollmentId,
    journeyId: enrollment.journey.id,
    versionId,
    instanceKey,
    status,
    exitReason,
    epoch,
    enrolledAt,
    endedAt,
  });
}

/** Ends an enrollment from outside its path and cancels what it has not sent yet (R27); queued person changes stay (R33). */
export function cutShort(
  work: Work,
  enrollment: RunningEnrollment,
  ending: {
    readonly status: "completed" | "stopped";
    readonly reason: ExitReason;
    readonly at: EpochMs;
    readonly cause: string;
    readonly receipt: JsonObject;
  },
): void {
  const at = Math.max(ending.at, enrollment.memory.at);
  recordEnd(enrollment, at, ending.cause, { ...ending.receipt, reason: ending.reason });
  endEnrollment(work, enrollment, ending.status, ending.reason, at);
  work.out.cancelled.push(enrollment.enrollmentId);
  dropQueued(work, (action) => action.enrollmentId === enrollment.enrollmentId && action.effect.type === "release");
}

/** Forgets queued actions: those of this very turn leave no trace, stored ones are removed. */
export function dropQueued(work: Work, isDropped: (action: Work["queued"][number]) => boolean): void {
  const dropped = work.queued.filter(isDropped);
  if (dropped.length === 0) return;
  work.queued = work.queued.filter((action) => !dropped.includes(action));
  for (const action of dropped) {
    if (work.out.queuedAdded.includes(action))
      work.out.queuedAdded = work.out.queuedAdded.filter((added) => added !== action);
    else work.out.queuedRemoved.push(action.id);
  }
}
