import type { LiveTrip } from "../model.ts";
import { prepare } from "../prepare.ts";
import type { FailedTrip, Turn } from "../turn.ts";
import type { TripMemory } from "./trip-memory.ts";

/** A stored trip made ready to work on; null when its version or journey was not handed in: it stays untouched. */
export function liveTrip(turn: Turn, trip: FailedTrip): LiveTrip | null {
  const program = turn.world.programs.get(trip.versionId);
  const journey = turn.world.journeys.get(trip.journeyId);
  if (program === undefined || journey === undefined) return null;
  return {
    enrollmentId: trip.enrollmentId,
    versionId: trip.versionId,
    instanceKey: trip.instanceKey,
    epoch: trip.epoch,
    enrolledAt: trip.enrolledAt,
    journey,
    prepared: prepare(program),
    seq: trip.seq,
    nodeId: trip.nodeId,
    memory: { ...(trip.state as TripMemory) },
    touched: false,
    ended: false,
    hops: [],
  };
}

/** Puts a trip among the others in the order of `enrolledAt`, then id (R18). */
export function place(trips: LiveTrip[], trip: LiveTrip): void {
  const later = trips.findIndex((other) => byEntry(other, trip) > 0);
  if (later < 0) trips.push(trip);
  else trips.splice(later, 0, trip);
}

export function byEntry(left: LiveTrip, right: LiveTrip): number {
  return left.enrolledAt - right.enrolledAt || (left.enrollmentId < right.enrollmentId ? -1 : 1);
}
