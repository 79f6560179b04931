import * as z from "zod";
import { one, route } from "#http";
import { Alert, listAlerts } from "#services/alerts";

export const GET = route({
  method: "GET",
  path: "/api/alerts",
  role: "viewer",
  summary: "List alerts",
  description: "Stalled journeys and failing enrollments, messages and operations; newest first.",
  tags: ["Operations"],
  response: one(z.array(Alert)),
  handler: async ({ ctx }) => ({ data: await listAlerts(ctx) }),
});
