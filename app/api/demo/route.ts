import { one, route } from "#http";
import { RemovedDemo, removeDemo } from "#services/demo";

export const DELETE = route({
  method: "DELETE",
  path: "/api/demo",
  role: "viewer",
  summary: "Remove the Demo workspace",
  description: "Deletes all its data. Only its owners may do this, and it cannot be undone.",
  tags: ["Workspace"],
  response: one(RemovedDemo),
  handler: async ({ ctx }) => ({ data: await removeDemo(ctx) }),
});
