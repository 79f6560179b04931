import { eq } from "drizzle-orm";
import { previewEmail, templateVariables } from "#content";
import { type Context, fieldError, invalid, notFound, orBusy, requireRole } from "#services";
import { getPerson, type Person } from "#services/people";
import { schema } from "#store";
import type { Preview, PreviewInput } from "./schema.ts";

/** The sample person for previews. */
const SAMPLE = {
  id: "00000000-0000-7000-8000-000000000000",
  externalId: "sample",
  anonymousId: null,
  traits: { name: "Ada Lovelace", firstName: "Ada", lastName: "Lovelace", email: "ada@example.com" },
  tags: [],
  stage: null,
};

/** Renders an unsaved message for a person; errors name their field and line. */
export async function previewContent(ctx: Context, input: PreviewInput): Promise<Preview> {
  requireRole(ctx, "editor");
  const person = input.personId ? templatePerson(await getPerson(ctx, input.personId)) : SAMPLE;
  const { workspaces } = schema;
  const [workspace] = await ctx.database.orm.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  if (!workspace) throw notFound("workspace");
  const { name, timezone, settings } = workspace;
  const variables = templateVariables({
    person,
    workspace: { name, timezone, settings },
    ...(input.variables ? { variables: input.variables } : {}),
  });
  const { subject, html, text } = input;
  const { tooMuch, ...preview } = await orBusy(previewEmail({ subject, html, text }, variables));
  const errors = tooMuch.map(({ field, message }) => fieldError([field], message));
  if (errors[0]) throw invalid(errors[0].message, errors);
  return { ...preview, errors: [...preview.errors], empty: [...preview.empty], notFinite: [...preview.notFinite] };
}

function templatePerson({ id, externalId, anonymousId, traits, tags, stage }: Person) {
  return { id, externalId, anonymousId, traits, tags, stage };
}
