import { one, route } from "#http";
import { BundleInput, TakenBundle, takeBundle } from "#services/bundles";

export const POST = route({
  method: "POST",
  path: "/api/bundles",
  role: "editor",
  summary: "Take a journey with everything that it needs from another workspace",
  description:
    "What is missing is created, what differs is changed, found by key, in one transaction. The journey becomes a draft. With `dryRun` the answer says what would be created and changed, and nothing is stored.",
  tags: ["Journeys"],
  body: BundleInput,
  maxBytes: 8 * 1024 * 1024,
  response: one(TakenBundle),
  handler: async ({ ctx, body }) => ({ data: await takeBundle(ctx, body) }),
});
