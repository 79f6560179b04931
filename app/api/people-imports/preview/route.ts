import { one, route } from "#http";
import { PeopleImportInput, PeopleImportPreview, previewPeople } from "#services/people-imports";

export const POST = route({
  method: "POST",
  path: "/api/people-imports/preview",
  role: "editor",
  summary: "Say what an import of a list would do",
  description:
    "What happens to each column, the first rows as they would be stored, and the rows that would be refused.",
  tags: ["People"],
  body: PeopleImportInput,
  maxBytes: 40 * 1024 * 1024,
  response: one(PeopleImportPreview),
  handler: async ({ ctx, body }) => ({ data: await previewPeople(ctx, body) }),
});
