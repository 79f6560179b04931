import * as z from "zod";
import { one, route } from "#http";
import { TemplateWords, templateWords } from "#services/content";

export const GET = route({
  method: "GET",
  path: "/api/content/words",
  role: "viewer",
  summary: "List the variables, filters and tags that templates may use",
  description: "With the traits that people here really have, and the variables that steps with `content` set.",
  tags: ["Content"],
  query: z.object({ content: z.string().max(255).optional() }),
  response: one(TemplateWords),
  handler: async ({ ctx, query }) => ({ data: await templateWords(ctx, query.content) }),
});
