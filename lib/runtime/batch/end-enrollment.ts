import { newId, shardOf } from "#db";
import {
  type AdvanceResult,
  type EnrollmentEnd,
  type Hop,
  nothing,
  type Person,
  type Position,
  type StopReason,
} from "#engine";

const UNSTORABLE = "The step could not be run or stored.";

/**
 * Ends an enrollment that cannot be advanced or stored: FAILED with a receipt, its deliveries cancelled, its visit
 * counted (R36).
 */
export function failEnrollment(enrollment: Position, person: Person, now: number, error = UNSTORABLE): AdvanceResult {
  const how = { status: "failed", exitReason: "step_failed", cause: "failed", receipt: { error } } as const;
  return endEnrollment(enrollment, person, now, how);
}

/** Ends an enrollment without the engine, because the enrollment of the other person of a merge continues (R39). */
export function stopEnrollment(enrollment: Position, person: Person, now: number, reason: StopReason): AdvanceResult {
  const how = { status: "stopped", exitReason: reason, cause: "stop", receipt: { reason } } as const;
  return endEnrollment(enrollment, person, now, how);
}

type How = Pick<EnrollmentEnd, "status" | "exitReason"> & Pick<Hop, "cause" | "receipt">;

function endEnrollment(enrollment: Position, person: Person, now: number, how: How): AdvanceResult {
  const { status, exitReason, cause, receipt } = how;
  const { enrollmentId, journeyId, versionId, nodeId } = enrollment;
  const failed = status === "failed" ? 1 : 0;
  const failedState = { versionId, seq: enrollment.seq, nodeId, state: enrollment.state, stood: true } as const;
  return {
    ...nothing(person),
    ended: [
      { status, exitReason, id: enrollmentId, endedAt: now, lastNodeId: nodeId, ...(failed ? { failedState } : {}) },
    ],
    history: [
      {
        id: newId(shardOf(person.id), now),
        enrollmentId,
        journeyId,
        versionId,
        signalId: null,
        signalKind: "stop",
        at: now,
        seq: enrollment.seq + 1,
        hops: [{ from: nodeId, to: null, edge: null, at: now, cause, receipt }],
      },
    ],
    cancelled: [enrollmentId],
    counts: [{ journeyId, versionId, elementId: nodeId, entered: 0, advanced: 0, exited: 1 - failed, failed }],
  };
}
