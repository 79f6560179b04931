import { IdParams, Nothing, noContent, one, route } from "#http";
import { deleteOffer, getOffer, Offer, OfferPatch, updateOffer } from "#services/offers";

const about = { path: "/api/offers/[id]", tags: ["Decisions"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get an offer",
  response: one(Offer),
  handler: async ({ ctx, params }) => ({ data: await getOffer(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change an offer",
  body: OfferPatch,
  response: one(Offer),
  handler: async ({ ctx, params, body }) => ({ data: await updateOffer(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete an offer",
  description: "Refused with 409 while a decision flow names it; the answer says which.",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteOffer(ctx, params.id);
    return noContent();
  },
});
