export { advance } from "./advance.ts";
export type * from "./advance-input.ts";
export {
  chooseZone,
  lastDays,
  localTime,
  nextDateStart,
  nextScheduled,
  type WaitingPerson,
  waitUntil,
} from "./calendar/index.ts";
export { compile } from "./compile.ts";
export { countedEvents, segmentEvents } from "./counted-events.ts";
export { explain } from "./explain/index.ts";
export type * from "./explain/types.ts";
export {
  evaluateRules,
  type Memberships,
  referencesIn,
  type Subject,
  segmentId,
  segmentWithSources,
} from "./guards/index.ts";
export { nothing } from "./nothing.ts";
export { faultOf } from "./prepare.ts";
export { blocksPublishing, findProblems } from "./problems/index.ts";
export { findLoopProblems, type LinkedJourney, setsOffJourneys } from "./problems/loops.ts";
export * from "./program.ts";
export { changesPeople, splitsOf } from "./program-facts.ts";
export { goalEvents, goalsReached, type PastStay, type Reached } from "./recount.ts";
export { type References, referencesOf } from "./references.ts";
export { conditionsMet } from "./run/conditions-met.ts";
export { datesOf, dateTriggersOf } from "./run/dates.ts";
export { visitOf } from "./run/enrollment-state.ts";
export { actsOnGoals, countRevisionOf, countsSegmentEvents, entryActsOnGoals, mayReachGoal } from "./run/goal-index.ts";
export { goalKey } from "./run/goal-owner.ts";
export { membershipsOf } from "./run/segments.ts";
export type * from "./signal.ts";
export * from "./simulate/index.ts";
export * from "./snapshot.ts";
export * from "./splits/index.ts";
export { beginningOf, growsTooLarge, MOST_TRAIT_BYTES, withTraits } from "./storable.ts";
export { enterUniformly, type UniformEntry } from "./uniform-entry.ts";
