import { IdParams, one, route, VERIFY_LIMIT } from "#http";
import { SenderIdentity, verifyByDns } from "#services/sender-identities";

export const POST = route({
  method: "POST",
  path: "/api/sender-identities/[id]/verify/dns",
  role: "editor",
  summary: "Verify the address by a DNS record",
  description: "Looks for the TXT record of `dns`; 409 with what was found instead if it is not there.",
  tags: ["Workspace"],
  params: IdParams,
  limit: VERIFY_LIMIT,
  response: one(SenderIdentity),
  handler: async ({ ctx, params }) => ({ data: await verifyByDns(ctx, params.id) }),
});
