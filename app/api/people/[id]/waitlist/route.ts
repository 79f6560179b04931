import { one, PersonParams, route } from "#http";
import { ReportedUserEvent, reportUserEvent, UserEventInput } from "#services/people";

export const POST = route({
  method: "POST",
  path: "/api/people/[id]/waitlist",
  role: "editor",
  summary: "Report that a person was put on the waitlist",
  description: "Emits `user.waitlisted`. Needs no body.",
  tags: ["People"],
  params: PersonParams,
  body: UserEventInput,
  response: one(ReportedUserEvent),
  handler: async ({ ctx, params, body }) => ({ data: await reportUserEvent(ctx, params.id, "waitlist", body) }),
});
