export { insertUniformEnrollments, readSharedTraits, type UniformEnrollments } from "./enroll-uniformly.ts";
export { countFiltered, countHidden, type EnrollmentFilter } from "./filter.ts";
export {
  hideFinished,
  listEnrollmentsOf,
  listShownEnrollments,
  readLatestEnrollment,
  readRetryBars,
  readShownEnrollment,
} from "./list.ts";
export { type AskedEnrollment, readNearMissesOf, readStatusesOf, readUnreadOf } from "./outcomes.ts";
export { ownsEnrollment } from "./owns.ts";
export { countEnded, countFailed, readFinishedEnrollments, readRecountSlice, readStays } from "./read.ts";
export { readFailures } from "./read-failures.ts";
export type { ShownEnrollment } from "./shown.ts";
export { endEnrollments, insertEnrollments, moveEnrollments, type NewEnrollment, reviveEnrollments } from "./write.ts";
