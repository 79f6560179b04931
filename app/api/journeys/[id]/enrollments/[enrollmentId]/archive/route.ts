import { EnrollmentParams, one, route } from "#http";
import { EnrollmentDetail, hideEnrollment } from "#services/enrollments";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/[enrollmentId]/archive",
  role: "editor",
  summary: "Hide a finished enrollment from the lists",
  tags: ["Enrollments"],
  params: EnrollmentParams,
  response: one(EnrollmentDetail),
  handler: async ({ ctx, params }) => ({ data: await hideEnrollment(ctx, params.id, params.enrollmentId) }),
});
