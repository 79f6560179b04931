import { IdParams, one, route } from "#http";
import { Alert, dismissAlert } from "#services/alerts";

export const POST = route({
  method: "POST",
  path: "/api/alerts/[id]/dismiss",
  role: "editor",
  summary: "Take an alert off the dashboard",
  description: "For everybody. What goes on raises another alert with the next hour.",
  tags: ["Operations"],
  params: IdParams,
  response: one(Alert),
  handler: async ({ ctx, params }) => ({ data: await dismissAlert(ctx, params.id) }),
});
