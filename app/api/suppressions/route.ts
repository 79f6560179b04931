import * as z from "zod";
import { one, route } from "#http";
import { listSuppressions, NewSuppression, Suppression, SuppressionQuery, suppressAddress } from "#services/consent";

const about = { path: "/api/suppressions", tags: ["Consent"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List suppressed addresses",
  description: "Entries in force, the latest first; `before` with `nextBefore` of an answer continues the list.",
  query: SuppressionQuery,
  response: z.object({ data: z.array(Suppression), nextBefore: z.string().nullable() }),
  handler: ({ ctx, query }) => listSuppressions(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Suppress an address",
  description:
    "Nothing is sent to the address any more, for all people who have it. Only `soft_bounces` lets transactional messages pass.",
  body: NewSuppression,
  status: 201,
  response: one(Suppression),
  handler: async ({ ctx, body }) => ({ data: await suppressAddress(ctx, body) }),
});
