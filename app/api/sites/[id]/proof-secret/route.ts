import { IdParams, one, route } from "#http";
import { endFormerProofSecret, NewProofSecret, rotateProofSecret, Site } from "#services/sites";

const about = { path: "/api/sites/[id]/proof-secret", tags: ["Workspace"], params: IdParams };

export const POST = route({
  ...about,
  method: "POST",
  role: "owner",
  summary: "Make a new secret for proving user ids; shown only here",
  status: 201,
  response: one(NewProofSecret),
  handler: async ({ ctx, params }) => ({ data: await rotateProofSecret(ctx, params.id) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "owner",
  summary: "End the former secret for proving user ids",
  response: one(Site),
  handler: async ({ ctx, params }) => ({ data: await endFormerProofSecret(ctx, params.id) }),
});
