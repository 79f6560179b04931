import { one, route } from "#http";
import { importPeople, PeopleImport, PeopleImportInput } from "#services/people-imports";

export const POST = route({
  method: "POST",
  path: "/api/people/import",
  role: "editor",
  summary: "Import people from a list",
  description:
    "CSV with a first line of names. Rows that cannot be read are refused with their line, the others are stored; the same list again changes nothing. Starts nothing by itself: nobody gets user.created.",
  tags: ["People"],
  body: PeopleImportInput,
  maxBytes: 40 * 1024 * 1024,
  response: one(PeopleImport),
  handler: async ({ ctx, body }) => ({ data: await importPeople(ctx, body) }),
});
