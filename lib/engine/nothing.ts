import type { AdvanceResult, Person } from "./advance-input.ts";

/** An outcome in which nothing came of the turn. */
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
    counts: [],
    nearMisses: [],
    emitted: [],
    queuedAdded: [],
    queuedRemoved: [],
    alerts: [],
  };
}
