import { route } from "#http";
import { AuditEntry, AuditFilters, exportEntries } from "#services/audit-entries";

export const GET = route({
  method: "GET",
  path: "/api/audit-log/export",
  role: "owner",
  summary: "Export the audit log as lines of JSON, newest first",
  tags: ["Workspace"],
  query: AuditFilters,
  produces: "application/x-ndjson",
  response: AuditEntry,
  handler: async ({ ctx, query }) =>
    new Response(exportEntries(ctx, query), {
      headers: {
        "content-type": "application/x-ndjson",
        "content-disposition": 'attachment; filename="audit-log.ndjson"',
        "cache-control": "no-store",
      },
    }),
});
