import { fieldsOf, isoOrNull } from "#services";
import type { ShownEnrollment } from "#store/enrollments";
import { Enrollment, type EnrollmentStatus } from "./schema.ts";

/** Every field of the answer that is a column is taken as it is stored; the others are told here. */
export function viewEnrollment(row: ShownEnrollment): Enrollment {
  return {
    ...fieldsOf(Enrollment, row),
    endUserId: row.personId,
    status: row.status.toUpperCase() as EnrollmentStatus,
    wakeAt: row.status === "active" ? isoOrNull(row.wakeAt) : null,
    endUser: {
      id: row.personId,
      externalId: row.externalId,
      anonymousId: row.anonymousId,
      traits: row.traits ?? {},
    },
  };
}
