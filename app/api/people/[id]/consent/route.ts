import { one, PersonParams, route } from "#http";
import { ConsentPatch, changeConsent, getConsent, PersonConsent } from "#services/consent";

const about = { path: "/api/people/[id]/consent", tags: ["Consent"], params: PersonParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get what a person wants to receive",
  description: "Suppressed addresses, subscriptions, tracking, and the history of each.",
  response: one(PersonConsent),
  handler: async ({ ctx, params }) => ({ data: await getConsent(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change what a person wants to receive",
  body: ConsentPatch,
  response: one(PersonConsent),
  handler: async ({ ctx, params, body }) => ({ data: await changeConsent(ctx, params.id, body) }),
});
