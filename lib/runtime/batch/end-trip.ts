import { newId, shardOf } from "#db";
import { type EnrollmentEnd, type Hop, nothing, type Outcome, type Person, type StopReason, type Trip } from "#engine";

const UNSTORABLE = "The step could not be run or stored.";

/** Ends a trip whose step cannot be run or stored: FAILED with a receipt, its mail cancelled, its visit counted (R36). */
export function failTrip(trip: Trip, person: Person, now: number, error = UNSTORABLE): Outcome {
  const receipt = { error };
  return endTrip(trip, person, now, { status: "failed", exitReason: "step_failed" }, "failed", receipt);
}

/** Ends a trip from outside the step function: the other half of a merged person goes on (R39). */
export function stopTrip(trip: Trip, person: Person, now: number, reason: StopReason): Outcome {
  return endTrip(trip, person, now, { status: "stopped", exitReason: reason }, "stop", { reason });
}

function endTrip(
  trip: Trip,
  person: Person,
  now: number,
  how: Pick<EnrollmentEnd, "status" | "exitReason">,
  cause: Hop["cause"],
  receipt: Hop["receipt"],
): Outcome {
  const { enrollmentId, journeyId, versionId, nodeId } = trip;
  const failed = how.status === "failed" ? 1 : 0;
  const failedState = { versionId, seq: trip.seq, nodeId, state: trip.state, stood: true } as const;
  return {
    ...nothing(person),
    ended: [{ ...how, id: enrollmentId, endedAt: now, lastNodeId: nodeId, ...(failed ? { failedState } : {}) }],
    history: [
      {
        id: newId(shardOf(person.id), now),
        enrollmentId,
        journeyId,
        versionId,
        signalId: null,
        signalKind: "stop",
        at: now,
        seq: trip.seq + 1,
        hops: [{ from: nodeId, to: null, edge: null, at: now, cause, receipt }],
      },
    ],
    cancelled: [enrollmentId],
    counts: [{ journeyId, versionId, elementId: nodeId, entered: 0, advanced: 0, exited: 1 - failed, failed }],
  };
}
