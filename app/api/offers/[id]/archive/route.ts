import { IdParams, one, route } from "#http";
import { archiveOffer, Offer } from "#services/offers";

export const POST = route({
  method: "POST",
  path: "/api/offers/[id]/archive",
  role: "editor",
  summary: "Archive an offer",
  tags: ["Decisions"],
  params: IdParams,
  response: one(Offer),
  handler: async ({ ctx, params }) => ({ data: await archiveOffer(ctx, params.id) }),
});
