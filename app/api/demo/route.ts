import { one, route } from "#http";
import { RemovedDemo, removeDemo } from "#services/demo";

export const DELETE = route({
  method: "DELETE",
  path: "/api/demo",
  role: "viewer",
  summary: "Remove the Demo workspace",
  description: "Deletes everything of it. Only its owners may; it does not come back.",
  tags: ["Workspace"],
  response: one(RemovedDemo),
  handler: async ({ ctx }) => ({ data: await removeDemo(ctx) }),
});
