import { IdParams, one, route } from "#http";
import { JourneyDetail, ResumeInput, resumeJourney } from "#services/journeys";

export const POST = route({
  method: "POST",
  path: "/api/journeys/[id]/resume",
  role: "editor",
  summary: "Resume a paused journey",
  description:
    "`onResume` says whether timers that fell due meanwhile fire at once or move by the length of the pause; `perMinute` hands people back bit by bit.",
  tags: ["Journeys"],
  params: IdParams,
  body: ResumeInput,
  response: one(JourneyDetail),
  handler: async ({ ctx, params, body }) => ({ data: await resumeJourney(ctx, params.id, body) }),
});
