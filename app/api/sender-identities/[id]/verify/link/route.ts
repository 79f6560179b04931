import { IdParams, one, route, VERIFY_LIMIT } from "#http";
import { requestLink, SenderIdentity } from "#services/sender-identities";

export const POST = route({
  method: "POST",
  path: "/api/sender-identities/[id]/verify/link",
  role: "editor",
  summary: "Mail a link that verifies the address",
  description: "The mail goes to the address itself. The link works once, for two days.",
  tags: ["Workspace"],
  params: IdParams,
  limit: VERIFY_LIMIT,
  response: one(SenderIdentity),
  handler: async ({ ctx, params }) => ({ data: await requestLink(ctx, params.id) }),
});
