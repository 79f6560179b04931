import * as z from "zod";
import { many, PersonParams, route } from "#http";
import { pageFields } from "#services";
import { Enrollment, listPersonEnrollments } from "#services/enrollments";

export const GET = route({
  method: "GET",
  path: "/api/people/[id]/enrollments",
  role: "viewer",
  summary: "List a person's enrollments in all journeys",
  tags: ["People"],
  params: PersonParams,
  query: z.object(pageFields),
  response: many(Enrollment),
  handler: ({ ctx, params, query }) => listPersonEnrollments(ctx, params.id, query),
});
