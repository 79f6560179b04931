import type { TripMemory } from "../run/trip-memory.ts";
import type { Trip } from "../turn.ts";

/** An enrollment without the timers of its node: only its limits end it by time. */
export function frozen(trip: Trip): Trip {
  const { deadline, max } = trip.state as TripMemory;
  const limits = [deadline, max].filter((limit) => limit !== undefined);
  return { ...trip, wakeAt: limits.length === 0 ? null : Math.min(...limits), state: { ...trip.state, timers: [] } };
}
