import { IdParams, Nothing, noContent, route } from "#http";
import { deleteView } from "#services/saved-views";

export const DELETE = route({
  method: "DELETE",
  path: "/api/saved-views/[id]",
  role: "viewer",
  summary: "Delete a saved view",
  description: "One's own; of those of everyone, one that the caller made, or, as an owner, any.",
  tags: ["Workspace"],
  params: IdParams,
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteView(ctx, params.id);
    return noContent();
  },
});
