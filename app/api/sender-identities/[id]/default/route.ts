import { IdParams, one, route } from "#http";
import { chooseDefault, SenderIdentity } from "#services/sender-identities";

export const POST = route({
  method: "POST",
  path: "/api/sender-identities/[id]/default",
  role: "editor",
  summary: "Make it the default of the workspace",
  description: "Steps without a sender of their own then send from it. Only a verified address can be the default.",
  tags: ["Workspace"],
  params: IdParams,
  response: one(SenderIdentity),
  handler: async ({ ctx, params }) => ({ data: await chooseDefault(ctx, params.id) }),
});
