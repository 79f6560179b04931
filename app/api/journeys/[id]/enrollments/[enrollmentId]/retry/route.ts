import { EnrollmentParams, one, route } from "#http";
import { EnrollmentDetail, RetryInput, retryEnrollment } from "#services/enrollments";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/enrollments/[enrollmentId]/retry",
  role: "editor",
  summary: "Let a failed enrollment go on",
  description: "The step it failed at runs again, or is passed over with `skip`. 409 unless it has failed.",
  tags: ["Enrollments"],
  params: EnrollmentParams,
  body: RetryInput,
  response: one(EnrollmentDetail),
  handler: async ({ ctx, params, body }) => ({
    data: await retryEnrollment(ctx, params.id, params.enrollmentId, body),
  }),
});
