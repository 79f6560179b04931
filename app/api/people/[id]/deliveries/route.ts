import * as z from "zod";
import { many, PersonParams, route } from "#http";
import { pageFields } from "#services";
import { Delivery, listDeliveries } from "#services/deliveries";
import { findPerson } from "#services/people";

export const GET = route({
  method: "GET",
  path: "/api/people/[id]/deliveries",
  role: "viewer",
  summary: "List a person's deliveries",
  tags: ["People"],
  params: PersonParams,
  query: z.object(pageFields),
  response: many(Delivery),
  handler: async ({ ctx, params, query }) => {
    const { id } = await findPerson(ctx, params.id);
    return listDeliveries(ctx, { ...query, personId: id });
  },
});
