import { iso, isoOrNull } from "#services";
import type { ShownEnrollment } from "#store/enrollments";
import type { Enrollment, EnrollmentStatus } from "./schema.ts";

export function viewEnrollment(row: ShownEnrollment): Enrollment {
  return {
    id: row.id,
    journeyId: row.journey_id,
    journeyName: row.journey_name,
    versionId: row.version_id,
    endUserId: row.person_id,
    status: row.shown_status.toUpperCase() as EnrollmentStatus,
    exitReason: row.shown_reason,
    enrolledAt: iso(row.enrolled_at),
    endedAt: isoOrNull(row.shown_end),
    nodeId: row.node_id,
    wakeAt: row.shown_status === "active" ? isoOrNull(row.wake_at) : null,
    value: row.value,
    endUser: {
      id: row.person_id,
      externalId: row.external_id,
      anonymousId: row.anonymous_id,
      traits: row.traits ?? {},
    },
  };
}
