export { outcomesOf } from "./enroll-outcomes.ts";
export { enrollPeople } from "./enroll-people.ts";
export { findEnrollment, getEnrollment } from "./get-enrollment.ts";
export { hideEnrollment } from "./hide-enrollment.ts";
export { listEnrollments, listPersonEnrollments } from "./list-enrollments.ts";
export { namedPeople } from "./named-people.ts";
export { previewEnroll } from "./preview-enroll.ts";
export { releasePeople } from "./release-people.ts";
export { retryEnrollment } from "./retry-enrollment.ts";
export { retryFailed } from "./retry-failed.ts";
export {
  EnrollInput,
  Enrollment,
  EnrollmentDetail,
  EnrollmentQuery,
  EnrollmentStatus,
  EnrollOutcome,
  EnrollPreview,
  NamedPerson,
  ReleaseInput,
  RetryFailedInput,
  RetryInput,
} from "./schema.ts";
export { stopEnrollment } from "./stop-enrollment.ts";
export { untilSettled } from "./until-settled.ts";
