import * as z from "zod";
import { one, route } from "#http";
import { Alert, listAlerts } from "#services/alerts";

export const GET = route({
  method: "GET",
  path: "/api/alerts",
  role: "viewer",
  summary: "What an operator should see",
  description:
    "Journeys that should have moved and did not, failing enrollments, messages and operations; the latest first.",
  tags: ["Operations"],
  response: one(z.array(Alert)),
  handler: async ({ ctx }) => ({ data: await listAlerts(ctx) }),
});
