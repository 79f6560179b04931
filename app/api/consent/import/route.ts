import { LARGEST_BODY_BYTES, one, route } from "#http";
import { ConsentImport, ConsentImportInput, importConsent } from "#services/consent";

export const POST = route({
  method: "POST",
  path: "/api/consent/import",
  tags: ["Consent"],
  role: "editor",
  summary: "Import suppressions, subscriptions or tracking consent",
  description: "Rows of a CSV that can be read are stored, the others are refused with their line.",
  maxBytes: LARGEST_BODY_BYTES,
  body: ConsentImportInput,
  response: one(ConsentImport),
  handler: async ({ ctx, body }) => ({ data: await importConsent(ctx, body) }),
});
