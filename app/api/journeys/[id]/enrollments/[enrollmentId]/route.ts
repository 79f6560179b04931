import { EnrollmentParams, one, route } from "#http";
import { EnrollmentDetail, getEnrollment } from "#services/enrollments";

export const GET = route({
  method: "GET",
  path: "/api/journeys/[id]/enrollments/[enrollmentId]",
  role: "viewer",
  summary: "Get one enrollment with the reason for every transition",
  tags: ["Enrollments"],
  params: EnrollmentParams,
  response: one(EnrollmentDetail),
  handler: async ({ ctx, params }) => ({ data: await getEnrollment(ctx, params.id, params.enrollmentId) }),
});
