import type { AdvanceResult, Person } from "./advance-input.ts";

/** A result in which nothing changed. */
export function nothing(person: Person): AdvanceResult {
  return {
    person,
    changes: [],
    started: [],
    ended: [],
    moved: [],
    revived: [],
    enrollments: [],
    history: [],
    deliveries: [],
    released: [],
    cancelled: [],
    conversions: [],
    choices: [],
    sides: [],
    heldOutGoals: [],
    picks: [],
    offerSends: [],
    counts: [],
    nearMisses: [],
    emitted: [],
    campaigns: [],
    queuedAdded: [],
    queuedRemoved: [],
    alerts: [],
  };
}
