import { one, route } from "#http";
import { Dismissal, dismiss, Me } from "#services/me";

export const POST = route({
  method: "POST",
  path: "/api/me/dismissed",
  role: "viewer",
  summary: "Hide something for good",
  description: "For the calling member in this workspace, in every browser.",
  tags: ["Workspace"],
  body: Dismissal,
  response: one(Me),
  handler: async ({ ctx, body }) => ({ data: await dismiss(ctx, body) }),
});
