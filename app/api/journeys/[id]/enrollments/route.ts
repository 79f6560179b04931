import { IdParams, LARGEST_BODY_BYTES, many, one, Reply, route } from "#http";
import {
  EnrollInput,
  Enrollment,
  EnrollmentQuery,
  EnrollOutcome,
  enrollPeople,
  listEnrollments,
} from "#services/enrollments";

const about = { path: "/api/journeys/[id]/enrollments", tags: ["Enrollments"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List a journey's enrollments",
  query: EnrollmentQuery,
  response: many(Enrollment),
  handler: ({ ctx, params, query }) => listEnrollments(ctx, params.id, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Enroll people by hand",
  description: "Up to 1,000 people get a result each; more people, or a segment, become an operation (202).",
  body: EnrollInput,
  maxBytes: LARGEST_BODY_BYTES,
  response: one(EnrollOutcome),
  handler: async ({ ctx, params, body }) => {
    const data = await enrollPeople(ctx, params.id, body);
    return new Reply({ data }, "operation" in data ? { status: 202 } : {});
  },
});
