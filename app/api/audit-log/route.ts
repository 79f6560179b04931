import { many, route } from "#http";
import { AuditEntry, AuditQuery, listEntries } from "#services/audit-entries";

export const GET = route({
  method: "GET",
  path: "/api/audit-log",
  role: "owner",
  summary: "List who did what, newest first",
  tags: ["Workspace"],
  query: AuditQuery,
  response: many(AuditEntry),
  handler: ({ ctx, query }) => listEntries(ctx, query),
});
