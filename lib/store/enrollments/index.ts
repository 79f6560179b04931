export { insertUniformEnrollments, type UniformEnrollments } from "./enroll-alike.ts";
export {
  countEnded,
  countFailed,
  readFailedEnrollments,
  readFinishedEnrollments,
  readRecountSlice,
  readStays,
} from "./read.ts";
export { endEnrollments, insertEnrollments, moveEnrollments, type NewEnrollment, reviveEnrollments } from "./write.ts";
