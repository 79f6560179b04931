import type { RunningEnrollment } from "./model.ts";

/** Inserts an enrollment in the order of `enrolledAt`, then id (R18). */
export function place(enrollments: RunningEnrollment[], enrollment: RunningEnrollment): void {
  const later = enrollments.findIndex((other) => byEntry(other, enrollment) > 0);
  if (later < 0) enrollments.push(enrollment);
  else enrollments.splice(later, 0, enrollment);
}

export function byEntry(left: RunningEnrollment, right: RunningEnrollment): number {
  return left.enrolledAt - right.enrolledAt || (left.enrollmentId < right.enrollmentId ? -1 : 1);
}
