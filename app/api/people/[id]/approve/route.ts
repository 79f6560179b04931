import { one, PersonParams, route } from "#http";
import { ReportedUserEvent, reportUserEvent, UserEventInput } from "#services/people";

export const POST = route({
  method: "POST",
  path: "/api/people/[id]/approve",
  role: "editor",
  summary: "Report that a person was approved from the waitlist",
  description: "Emits `user.waitlist_approved`. Needs no body.",
  tags: ["People"],
  params: PersonParams,
  body: UserEventInput,
  response: one(ReportedUserEvent),
  handler: async ({ ctx, params, body }) => ({ data: await reportUserEvent(ctx, params.id, "approve", body) }),
});
