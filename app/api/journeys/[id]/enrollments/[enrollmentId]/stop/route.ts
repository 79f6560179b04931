import { EnrollmentParams, one, route } from "#http";
import { EnrollmentDetail, stopEnrollment } from "#services/enrollments";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/[enrollmentId]/stop",
  role: "editor",
  summary: "Stop a running enrollment",
  tags: ["Enrollments"],
  params: EnrollmentParams,
  response: one(EnrollmentDetail),
  handler: async ({ ctx, params }) => ({ data: await stopEnrollment(ctx, params.id, params.enrollmentId) }),
});
