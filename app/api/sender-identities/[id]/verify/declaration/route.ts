import { IdParams, one, route } from "#http";
import { declareIdentity, SenderIdentity } from "#services/sender-identities";

export const POST = route({
  method: "POST",
  path: "/api/sender-identities/[id]/verify/declaration",
  role: "owner",
  summary: "Verify the address on your word",
  description: "For addresses that another system has verified. Kept in the audit log with the owner who said so.",
  tags: ["Workspace"],
  params: IdParams,
  response: one(SenderIdentity),
  handler: async ({ ctx, params }) => ({ data: await declareIdentity(ctx, params.id) }),
});
