import { IdParams, one, route } from "#http";
import { Site, setUserProof, UserProofInput } from "#services/sites";

export const PUT = route({
  method: "PUT",
  path: "/api/sites/[id]/user-proof",
  role: "owner",
  summary: "Say whether pages of a site have to prove user ids",
  tags: ["Workspace"],
  params: IdParams,
  body: UserProofInput,
  response: one(Site),
  handler: async ({ ctx, params, body }) => ({ data: await setUserProof(ctx, params.id, body) }),
});
