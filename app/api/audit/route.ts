import { one, route } from "#http";
import { Audit, AuditQuery, auditWorkspace } from "#services/audit";

export const GET = route({
  method: "GET",
  path: "/api/audit",
  role: "viewer",
  summary: "Account for every enrollment",
  description:
    "Each enrollment is finished, waiting for something, or held; any other state is a finding with a reason.",
  tags: ["Operations"],
  query: AuditQuery,
  response: one(Audit),
  handler: async ({ ctx, query }) => ({ data: await auditWorkspace(ctx, query.journeyId) }),
});
