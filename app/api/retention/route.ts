import { one, route } from "#http";
import { getRetention, Retention } from "#services/retention";

export const GET = route({
  method: "GET",
  path: "/api/retention",
  role: "owner",
  summary: "How long what is kept, and the receipts of what was deleted for it",
  tags: ["Workspace"],
  response: one(Retention),
  handler: async ({ ctx }) => ({ data: await getRetention(ctx) }),
});
