import { EnrollmentParams, one, route } from "#http";
import { EnrollmentDetail, RetryInput, retryEnrollment } from "#services/enrollments";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/[enrollmentId]/retry",
  role: "editor",
  summary: "Retry a failed enrollment",
  description: "Runs the failed step again, or continues after it with `skip`. 409 unless the enrollment has failed.",
  tags: ["Enrollments"],
  params: EnrollmentParams,
  body: RetryInput,
  response: one(EnrollmentDetail),
  handler: async ({ ctx, params, body }) => ({
    data: await retryEnrollment(ctx, params.id, params.enrollmentId, body),
  }),
});
