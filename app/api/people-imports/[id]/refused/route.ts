import { IdParams, many, route } from "#http";
import { listRefusedRows, RefusedRow, RefusedRowsQuery } from "#services/people-imports";

export const GET = route({
  method: "GET",
  path: "/api/people-imports/[id]/refused",
  role: "viewer",
  summary: "List the refused rows of an imported list",
  description: "In the order of the file, up to 10,000 a page.",
  tags: ["People"],
  params: IdParams,
  query: RefusedRowsQuery,
  response: many(RefusedRow),
  handler: ({ ctx, params, query }) => listRefusedRows(ctx, params.id, query),
});
