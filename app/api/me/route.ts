import { one, route } from "#http";
import { getMe, Me } from "#services/me";

export const GET = route({
  method: "GET",
  path: "/api/me",
  role: "viewer",
  withoutSecondFactor: true,
  summary: "Get the caller and the workspace",
  tags: ["Workspace"],
  response: one(Me),
  handler: async ({ ctx }) => ({ data: await getMe(ctx) }),
});
