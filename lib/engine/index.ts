export { advance } from "./advance.ts";
export type * from "./advance-input.ts";
export {
  chooseZone,
  daysBetween,
  lastDays,
  localTime,
  nextDateStart,
  nextScheduled,
  startOfPeriod,
  type WaitingPerson,
  waitUntil,
} from "./calendar/index.ts";
export { compile } from "./compile.ts";
export { HOLDOUT_ARMS, type HoldoutArm } from "./counted.ts";
export { type CountedAlone, countedAlone } from "./counted-alone.ts";
export { asksForTimesOnly, countedEvents, segmentEvents } from "./counted-events.ts";
export { checkDecisionText } from "./decisions/check.ts";
export { eventsOfDecisions } from "./decisions/reads.ts";
export { type Trial, tryDecision } from "./decisions/try-decision.ts";
export * from "./decisions/types.ts";
export { visitOf } from "./enrollment-state.ts";
export { datesOf, dateTriggersOf } from "./entry/dates.ts";
export { isHeldOut } from "./entry/holdout.ts";
export { goalKey } from "./exits/goal-owner.ts";
export {
  actsOnGoals,
  countRevisionOf,
  countsSegmentEvents,
  entryActsOnGoals,
  mayReachGoal,
} from "./exits/present-goals.ts";
export { explain, sayRule } from "./explain/index.ts";
export type * from "./explain/types.ts";
export {
  celToRules,
  evaluateRules,
  type Judgement,
  judgeBy,
  type Memberships,
  referencesIn,
  rulesToCel,
  type Subject,
  segmentId,
  segmentWithSources,
} from "./guards/index.ts";
export { conditionsMet } from "./hops/conditions-met.ts";
export { nothing } from "./nothing.ts";
export { MOST_HELD } from "./pauses/pause.ts";
export { ACCOUNT_TRAIT } from "./person/account.ts";
export { patchPerson } from "./person/patch-person.ts";
export { membershipsOf } from "./person/segments.ts";
export { faultOf } from "./prepare.ts";
export { blocksPublishing, findProblems } from "./problems/index.ts";
export { findLoopProblems, type LinkedJourney, setsOffJourneys } from "./problems/loops.ts";
export * from "./program.ts";
export { audienceSegments, changesPeople, decides, splitsOf } from "./program-facts.ts";
export { goalEvents, goalsReached, type PastStay, type Reached } from "./recount.ts";
export { type References, referencesOf } from "./references.ts";
export type * from "./signal.ts";
export * from "./simulate/index.ts";
export * from "./snapshot.ts";
export * from "./splits/index.ts";
export { growsTooLarge, MOST_TRAIT_BYTES, withTraits } from "./storable.ts";
export { enterUniformly, traitsOfEntry, type UniformEntry } from "./uniform-entry.ts";
