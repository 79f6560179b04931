export { enrollPeople } from "./enroll-people.ts";
export { getEnrollment } from "./get-enrollment.ts";
export { hideEnrollment } from "./hide-enrollment.ts";
export { listEnrollments, listPersonEnrollments } from "./list-enrollments.ts";
export { EnrollInput, Enrollment, EnrollmentDetail, EnrollmentQuery, EnrollOutcome } from "./schema.ts";
export { stopEnrollment } from "./stop-enrollment.ts";
