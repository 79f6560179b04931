import type { Instant } from "../signal.ts";
import { drain } from "./draining.ts";
import { fire } from "./firing.ts";
import { type Due, nextDue } from "./timers.ts";
import type { LiveTrip, Work } from "./work.ts";

/** Fires every timer of the person that is due before `limit`, earliest first, newly armed ones included (R19). */
export function fireTimersBefore(work: Work, limit: Instant): void {
  for (;;) {
    const next = earliest(work.trips);
    if (next === null || next.due.at >= limit) return;
    fire(work, next.trip, next.due, Math.max(next.due.at, next.trip.memory.at));
    drain(work);
  }
}

/** Trips are in the order of `enrolledAt`, then id, so the first of equal ones wins. */
function earliest(trips: readonly LiveTrip[]): { readonly trip: LiveTrip; readonly due: Due } | null {
  let best: { trip: LiveTrip; due: Due } | null = null;
  for (const trip of trips) {
    if (trip.ended) continue;
    const due = nextDue(trip);
    if (due !== null && (best === null || due.at < best.due.at)) best = { trip, due };
  }
  return best;
}
