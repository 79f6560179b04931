import type { PastTrip, Trip } from "#engine";

/** What re-entry means for the trips' journey: under `once` a finished trip beats a running one (R39). */
export type Rule = (journeyId: string) => "once" | "other";

type Side = { readonly trips: readonly Trip[]; readonly past: readonly PastTrip[] };

const slot = (trip: { journeyId: string; instanceKey: string }): string => `${trip.journeyId} ${trip.instanceKey}`;

/** Running trips that end because the other half of the person already runs, or ran, the same journey. */
export function chooseLosers(left: Side, right: Side, rule: Rule): Trip[] {
  const losers = new Set<Trip>();
  const running = new Map(right.trips.map((trip) => [slot(trip), trip]));
  for (const trip of left.trips) {
    const other = running.get(slot(trip));
    if (other) losers.add(trip.enrolledAt <= other.enrolledAt ? other : trip);
  }
  for (const [mine, theirs] of [
    [left, right],
    [right, left],
  ] as const) {
    const finished = new Set(theirs.past.map(slot));
    for (const trip of mine.trips) if (rule(trip.journeyId) === "once" && finished.has(slot(trip))) losers.add(trip);
  }
  return [...losers];
}
