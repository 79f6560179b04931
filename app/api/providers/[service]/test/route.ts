import { one, route } from "#http";
import { ProviderParams, ProviderTest, TestedProvider, testProvider } from "#services/providers";

export const POST = route({
  method: "POST",
  path: "/api/providers/[service]/test",
  role: "owner",
  summary: "Send a test message over a provider",
  description: "To a phone number, or to the devices of a person. It is sent at once and counted nowhere.",
  tags: ["Channels"],
  params: ProviderParams,
  body: ProviderTest,
  response: one(TestedProvider),
  handler: async ({ ctx, params, body }) => ({ data: await testProvider(ctx, params.service, body) }),
});
