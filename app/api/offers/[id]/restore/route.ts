import { IdParams, one, route } from "#http";
import { Offer, restoreOffer } from "#services/offers";

export const POST = route({
  method: "POST",
  path: "/api/offers/[id]/restore",
  role: "editor",
  summary: "Restore an archived offer",
  tags: ["Decisions"],
  params: IdParams,
  response: one(Offer),
  handler: async ({ ctx, params }) => ({ data: await restoreOffer(ctx, params.id) }),
});
