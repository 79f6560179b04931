import { EXPORT_LIMIT, PersonParams, route } from "#http";
import { exportPerson, PersonExportLine } from "#services/people";

export const GET = route({
  method: "GET",
  path: "/api/people/[id]/export",
  role: "editor",
  summary: "Export everything that is stored about a person as lines of JSON",
  tags: ["People"],
  params: PersonParams,
  limit: EXPORT_LIMIT,
  produces: "application/x-ndjson",
  response: PersonExportLine,
  handler: async ({ ctx, params }) =>
    new Response(await exportPerson(ctx, params.id), {
      headers: {
        "content-type": "application/x-ndjson",
        "content-disposition": 'attachment; filename="person.ndjson"',
        "cache-control": "no-store",
      },
    }),
});
