import * as z from "zod";
import { one, route } from "#http";
import { listProviders, Provider } from "#services/providers";

export const GET = route({
  method: "GET",
  path: "/api/providers",
  role: "owner",
  summary: "List the providers for sending and for reports",
  description: "Every service, set up or not. Secrets are never answered, only the names of those that are kept.",
  tags: ["Channels"],
  response: one(z.array(Provider)),
  handler: async ({ ctx }) => ({ data: await listProviders(ctx) }),
});
