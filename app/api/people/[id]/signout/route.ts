import { one, PersonParams, route } from "#http";
import { ReportedUserEvent, reportUserEvent, UserEventInput } from "#services/people";

export const POST = route({
  method: "POST",
  path: "/api/people/[id]/signout",
  role: "editor",
  summary: "Report that a person signed out",
  description: "Emits `user.signout`. Needs no body.",
  tags: ["People"],
  params: PersonParams,
  body: UserEventInput,
  response: one(ReportedUserEvent),
  handler: async ({ ctx, params, body }) => ({ data: await reportUserEvent(ctx, params.id, "signout", body) }),
});
