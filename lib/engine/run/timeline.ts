import { MOST_SHARED_STEPS, shareSteps } from "../expressions/index.ts";
import type { LiveTrip, Work } from "../model.ts";
import type { Instant } from "../signal.ts";
import { drain } from "./draining.ts";
import { fire } from "./firing.ts";
import { dueAt, nextDue } from "./timers.ts";

/** Fires every timer of the person that is due before `limit`, earliest first, newly armed ones included (R19). */
export function fireTimersBefore(work: Work, limit: Instant): void {
  for (;;) {
    const trip = earliest(work.trips, limit);
    const due = trip === null ? null : nextDue(trip);
    if (trip === null || due === null) return;
    shareSteps(MOST_SHARED_STEPS);
    fire(work, trip, due, Math.max(due.at, trip.memory.at));
    drain(work);
  }
}

/** Trips are in the order of `enrolledAt`, then id, so the first of equal ones wins. */
function earliest(trips: readonly LiveTrip[], limit: Instant): LiveTrip | null {
  let best: LiveTrip | null = null;
  let least = limit;
  for (const trip of trips) {
    if (trip.ended) continue;
    const at = dueAt(trip);
    if (at >= least) continue;
    least = at;
    best = trip;
  }
  return best;
}
