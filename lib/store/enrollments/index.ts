export { insertUniformEnrollments, type UniformEnrollments } from "./enroll-alike.ts";
export { countEnded, countFailed, readFinishedEnrollments, readRecountSlice, readStays } from "./read.ts";
export { readFailures } from "./read-failures.ts";
export { endEnrollments, insertEnrollments, moveEnrollments, type NewEnrollment, reviveEnrollments } from "./write.ts";
