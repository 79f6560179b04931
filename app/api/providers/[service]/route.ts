import { Nothing, noContent, one, route } from "#http";
import { deleteProvider, Provider, ProviderInput, ProviderParams, putProvider } from "#services/providers";

const path = "/api/providers/[service]";

export const PUT = route({
  method: "PUT",
  path,
  role: "owner",
  summary: "Set a provider up",
  description: "Secrets that are left out stay. For `web_push` without `publicKey` a pair of keys is made.",
  tags: ["Channels"],
  params: ProviderParams,
  body: ProviderInput,
  response: one(Provider),
  handler: async ({ ctx, params, body }) => ({ data: await putProvider(ctx, params.service, body) }),
});

export const DELETE = route({
  method: "DELETE",
  path,
  role: "owner",
  summary: "Remove the set-up of a provider",
  tags: ["Channels"],
  params: ProviderParams,
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteProvider(ctx, params.service);
    return noContent();
  },
});
