import { IdParams, Nothing, noContent, route } from "#http";
import { revokeKey } from "#services/keys";

export const DELETE = route({
  method: "DELETE",
  path: "/api/keys/[id]",
  role: "viewer",
  summary: "Revoke an API key",
  description: "Any as an owner; else one's own personal keys.",
  tags: ["Workspace"],
  params: IdParams,
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await revokeKey(ctx, params.id);
    return noContent();
  },
});
