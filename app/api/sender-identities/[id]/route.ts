import { IdParams, Nothing, noContent, one, route } from "#http";
import * as senders from "#services/sender-identities";

const about = { path: "/api/sender-identities/[id]", tags: ["Workspace"], params: IdParams };
const response = one(senders.SenderIdentity);

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a sender identity",
  response,
  handler: async ({ ctx, params }) => ({ data: await senders.getIdentity(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Rename a sender identity",
  body: senders.SenderIdentityPatch,
  response,
  handler: async ({ ctx, params, body }) => ({ data: await senders.updateIdentity(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Remove a sender identity",
  description: "Refused while a journey or the workspace uses it; `uses` names them.",
  status: 204,
  response: Nothing,
  handler: ({ ctx, params }) => senders.deleteIdentity(ctx, params.id).then(noContent),
});
