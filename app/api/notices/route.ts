import * as z from "zod";
import { one, route } from "#http";
import { listNotices, NoticeSent } from "#services/notices";

export const GET = route({
  method: "GET",
  path: "/api/notices",
  role: "editor",
  summary: "List the alerts and reports that were sent",
  description: "`notifications` in the settings of the workspace names the recipients. The latest 50, newest first.",
  tags: ["Operations"],
  response: one(z.array(NoticeSent)),
  handler: async ({ ctx }) => ({ data: await listNotices(ctx) }),
});
