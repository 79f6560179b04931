import { many, one, route } from "#http";
import { createOffer, listOffers, NewOffer, Offer, OfferQuery } from "#services/offers";

const about = { path: "/api/offers", tags: ["Decisions"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List offers",
  query: OfferQuery,
  response: many(Offer),
  handler: ({ ctx, query }) => listOffers(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create an offer",
  body: NewOffer,
  status: 201,
  response: one(Offer),
  handler: async ({ ctx, body }) => ({ data: await createOffer(ctx, body) }),
});
