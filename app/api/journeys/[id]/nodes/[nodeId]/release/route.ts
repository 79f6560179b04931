import { one, route, SplitParams } from "#http";
import { ReleaseInput, releasePeople } from "#services/enrollments";
import { Queued } from "#services/operations";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/nodes/[nodeId]/release",
  role: "editor",
  summary: "Skip, move or take out people who wait at a step",
  description:
    "All of them, or those who have waited for a time. Runs as an operation; who leaves the step meanwhile is not touched, and neither is who is on a version without the destination.",
  tags: ["Enrollments"],
  params: SplitParams,
  body: ReleaseInput,
  status: 202,
  response: one(Queued),
  handler: async ({ ctx, params, body }) => ({ data: await releasePeople(ctx, params.id, params.nodeId, body) }),
});
