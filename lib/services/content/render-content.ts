import { chooseLetter, fillLayout, hasContentPlace, type MailFinding, previewEmail, templateVariables } from "#content";
import { type MailDesign, missingLanguages, workspaceLanguages } from "#mails";
import { type Context, fieldError, invalid, notFound, orBusy } from "#services";
import { getPerson, type Person } from "#services/people";
import { readWorkspace } from "#store/workspaces";
import { compileWith, sharedParts } from "./compile-parts.ts";
import type { Parts } from "./parts.ts";

/** The sample person for previews. */
export const SAMPLE = {
  id: "00000000-0000-7000-8000-000000000000",
  externalId: "sample",
  anonymousId: null,
  traits: { name: "Ada Lovelace", firstName: "Ada", lastName: "Lovelace", email: "ada@example.com" },
  tags: [],
  stage: null,
};

/** What stands in the place of the mail while a layout is looked at. */
const SAMPLE_MAIL = "<h1>A heading</h1><p>The mail stands here.</p>";

export type Asked = {
  readonly type: string;
  readonly parts: Parts;
  readonly personId?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/** A message as one person would get it, with everything that is wrong with it. */
export async function renderContent(ctx: Context, { type, parts, personId, language, variables }: Asked) {
  const person = personId ? templatePerson(await getPerson(ctx, personId)) : SAMPLE;
  const { orm } = ctx.database;
  const workspace = await readWorkspace(orm, ctx.workspaceId);
  if (!workspace) throw notFound("workspace");
  const { name, timezone, settings } = workspace;
  const made = await compileWith(parts, await sharedParts(ctx, orm, parts.mail?.layout ?? null));
  const stored = type === "layout" ? inSampleLayout(parts, made.compiled) : { ...parts, compiled: made.compiled };
  const letter = chooseLetter(stored, { traits: person.traits, settings, language: language ?? null });
  const values = templateVariables({
    person,
    workspace: { name, timezone, settings },
    ...(variables ? { variables } : {}),
  });
  const { tooMuch, ...rendered } = await orBusy(previewEmail(letter, values));
  const errors = tooMuch.map(({ field, message }) => fieldError([field], message));
  if (errors[0]) throw invalid(errors[0].message, errors);
  const languages = type === "email" ? languageFindings(parts.mail, settings) : [];
  const findings = [...made.findings, ...placeFindings(type, made.html), ...languages];
  return { rendered, findings, settings, made: made.html ?? "" };
}

function inSampleLayout(parts: Parts, compiled: Awaited<ReturnType<typeof compileWith>>["compiled"]) {
  const html = fillLayout(compiled?.main.html ?? parts.html ?? "", SAMPLE_MAIL);
  return { subject: "", html, text: "", mail: null, compiled: null };
}

/** A layout without a place would send itself instead of the mail. */
export function placeFindings(type: string, html: string | null): MailFinding[] {
  if (type !== "layout" || hasContentPlace(html ?? "")) return [];
  const message = "A layout has a place for the mail: write {% content %} where it stands";
  return [{ pointer: "/html", severity: "error", message, line: null }];
}

/** Languages of the workspace that a mail is not written in. */
export function languageFindings(mail: MailDesign | null, settings: Readonly<Record<string, unknown>>): MailFinding[] {
  const wanted = workspaceLanguages(settings);
  const missing = missingLanguages(wanted, mail?.language ?? null, Object.keys(mail?.languages ?? {}));
  return missing.map((tag) => ({
    pointer: `/mail/languages/${tag}`,
    severity: "warning",
    message: `There is no version in ${tag}; its people get the next language of theirs`,
    line: null,
  }));
}

export function templatePerson({ id, externalId, anonymousId, traits, tags, stage }: Person) {
  return { id, externalId, anonymousId, traits, tags, stage };
}
