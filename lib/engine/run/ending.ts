import type { JsonObject } from "#journey";
import type { LiveTrip, Work } from "../model.ts";
import type { ExitReason, Instant } from "../signal.ts";
import { count, recordEnd } from "./recording.ts";

/** Ends a trip where it stands: its visit ends as exited or failed (R36), and it becomes one of the past. */
export function endTrip(
  work: Work,
  trip: LiveTrip,
  status: "completed" | "stopped" | "failed",
  exitReason: ExitReason,
  at: Instant,
): void {
  if (trip.ended) return;
  const endedAt = Math.max(at, trip.memory.at);
  trip.ended = true;
  trip.touched = true;
  count(work, trip, trip.nodeId, status === "failed" ? "failed" : "exited");
  work.out.ended.push({ id: trip.enrollmentId, status, exitReason, endedAt, lastNodeId: trip.nodeId });
  const { enrollmentId, versionId, instanceKey, epoch, enrolledAt } = trip;
  work.past.push({
    enrollmentId,
    journeyId: trip.journey.id,
    versionId,
    instanceKey,
    status,
    exitReason,
    epoch,
    enrolledAt,
    endedAt,
  });
}

/** Ends a trip from outside its path and cancels what it has not sent yet (R27); queued person changes stay (R33). */
export function cutShort(
  work: Work,
  trip: LiveTrip,
  ending: {
    readonly status: "completed" | "stopped";
    readonly reason: ExitReason;
    readonly at: Instant;
    readonly cause: string;
    readonly receipt: JsonObject;
  },
): void {
  const at = Math.max(ending.at, trip.memory.at);
  recordEnd(trip, at, ending.cause, { ...ending.receipt, reason: ending.reason });
  endTrip(work, trip, ending.status, ending.reason, at);
  work.out.cancelled.push(trip.enrollmentId);
  dropQueued(work, (action) => action.enrollmentId === trip.enrollmentId && action.effect.type === "release");
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
