export { quarterOf } from "./quarter.ts";
export { countByVersion, type EnrollmentCounts, NO_ENROLLMENTS, readEnrollmentCounts } from "./read.ts";
export { insertJourneyCounts, type JourneyCount, rollUpJourneyCounts } from "./write.ts";
