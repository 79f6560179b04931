import { one, route } from "#http";
import { Queued } from "#services/operations";
import { changePeople, PeopleChangeInput } from "#services/people-changes";

export const POST = route({
  path: "/api/people/changes",
  tags: ["People"],
  method: "POST",
  role: "editor",
  summary: "Change many people at once",
  description:
    "Tags, segments, enrollments, or erasing; of listed people or of all who match a filter. Processed as an operation, person by person.",
  body: PeopleChangeInput,
  status: 202,
  response: one(Queued),
  handler: async ({ ctx, body }) => ({ data: await changePeople(ctx, body) }),
});
