import { IdParams, one, route } from "#http";
import { JourneyDetail, ResumeInput, resumeJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/resume",
  role: "editor",
  summary: "Resume a paused journey",
  description:
    "`onResume` says whether overdue timers fire immediately or move by the length of the pause; `perMinute` limits how many people resume per minute.",
  tags: ["Journeys"],
  params: IdParams,
  body: ResumeInput,
  response: one(JourneyDetail),
  handler: async ({ ctx, params, body }) => ({ data: await resumeJourney(ctx, params.id, body) }),
});
