import { many, one, route } from "#http";
import {
  createIdentity,
  listIdentities,
  NewSenderIdentity,
  SenderIdentity,
  SenderIdentityQuery,
} from "#services/sender-identities";

const about = { path: "/api/sender-identities", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List sender identities",
  query: SenderIdentityQuery,
  response: many(SenderIdentity),
  handler: ({ ctx, query }) => listIdentities(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Add a sender identity",
  body: NewSenderIdentity,
  status: 201,
  response: one(SenderIdentity),
  handler: async ({ ctx, body }) => ({ data: await createIdentity(ctx, body) }),
});
