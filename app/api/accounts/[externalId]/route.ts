import { ExternalIdParams, one, route } from "#http";
import { AccountInput, LoyaltyAccount, putAccount } from "#services/loyalty";

export const PUT = route({
  method: "PUT",
  path: "/api/accounts/[externalId]",
  role: "editor",
  summary: "Store the loyalty account of a customer",
  description: "Emits the `account.*` events of what changed. Absent fields stay as they are; `null` clears one.",
  tags: ["Accounts and orders"],
  params: ExternalIdParams,
  body: AccountInput,
  response: one(LoyaltyAccount),
  handler: async ({ ctx, params, body }) => ({ data: await putAccount(ctx, params.externalId, body) }),
});
