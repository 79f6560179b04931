import { one, route } from "#http";
import { LiftInput, liftAddress, Suppression } from "#services/consent";

export const POST = route({
  method: "POST",
  path: "/api/suppressions/lift",
  tags: ["Consent"],
  role: "editor",
  summary: "Lift the suppression of an address",
  description: "Ends all its open entries; they stay in its history with the reason.",
  body: LiftInput,
  response: one(Suppression),
  handler: async ({ ctx, body }) => ({ data: await liftAddress(ctx, body) }),
});
