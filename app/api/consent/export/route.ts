import { one, route } from "#http";
import { ConsentExport, ConsentExportQuery, exportConsent } from "#services/consent";

export const GET = route({
  method: "GET",
  path: "/api/consent/export",
  tags: ["Consent"],
  role: "editor",
  summary: "Export suppressions, subscriptions or tracking consent",
  description:
    "CSV in parts of 5,000 rows, which put together are what the import reads; `next` of an answer is the parameter `after` of the following one.",
  query: ConsentExportQuery,
  response: one(ConsentExport),
  handler: async ({ ctx, query }) => ({ data: await exportConsent(ctx, query) }),
});
