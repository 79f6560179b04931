import { many, one, Reply, route } from "#http";
import {
  importPeople,
  listPeopleImports,
  PeopleImport,
  PeopleImportInput,
  PeopleImportQuery,
} from "#services/people-imports";

const about = { path: "/api/people-imports", tags: ["People"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List the imported lists of people",
  description: "Of the last 30 days, the newest first, with what was done of each so far.",
  query: PeopleImportQuery,
  response: many(PeopleImport),
  handler: ({ ctx, query }) => listPeopleImports(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Import people from a list",
  description:
    "CSV with a first line of names, up to 32 million characters and 500,000 rows. The list is stored at once; an operation then stores its rows (202 while it runs). Rows that cannot be read are refused with their line; the same list again changes nothing. Starts nothing by itself: nobody gets user.created.",
  body: PeopleImportInput,
  maxBytes: 40 * 1024 * 1024,
  response: one(PeopleImport),
  handler: async ({ ctx, body }) => {
    const data = await importPeople(ctx, body);
    return new Reply({ data }, data.operation.finishedAt === null ? { status: 202 } : {});
  },
});
