import { IdParams, one, route } from "#http";
import { Alert, dismissAlert } from "#services/alerts";

export const POST = route({
  method: "POST",
  path: "/api/alerts/[id]/dismiss",
  role: "editor",
  summary: "Dismiss an alert",
  description: "For everyone in the workspace. If the cause continues, another alert is raised in the next hour.",
  tags: ["Operations"],
  params: IdParams,
  response: one(Alert),
  handler: async ({ ctx, params }) => ({ data: await dismissAlert(ctx, params.id) }),
});
