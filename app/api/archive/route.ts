import { one, route } from "#http";
import { Archive, getArchive } from "#services/archive";

export const GET = route({
  method: "GET",
  path: "/api/archive",
  role: "owner",
  summary: "How long the text of sent messages is kept, and the receipts of what was taken out",
  tags: ["Workspace"],
  response: one(Archive),
  handler: async ({ ctx }) => ({ data: await getArchive(ctx) }),
});
