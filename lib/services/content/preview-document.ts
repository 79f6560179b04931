import { renderTexts, templateVariables, variablesInThread } from "#content";
import {
  type InPageDocument,
  type InPageType,
  languagesOf,
  readDocument,
  renderDocument,
  sourcesOf,
  textsOf,
} from "#inpage";
import { workspaceLanguages } from "#mails";
import { type Context, notFound, orBusy, requireRole } from "#services";
import { getPerson } from "#services/people";
import { readWorkspaces } from "#store/workspaces";
import { documentFindings } from "./document-findings.ts";
import { SAMPLE, templatePerson } from "./render-content.ts";
import type { DocumentPreview, DocumentPreviewInput } from "./schema.ts";
import { unknownVariables } from "./template-words.ts";

/** Unsaved content in pages as one person would see it, with everything that is wrong with it. */
export async function previewDocument(ctx: Context, input: DocumentPreviewInput): Promise<DocumentPreview> {
  requireRole(ctx, "editor");
  const { type, body, personId, languages, variables = {} } = input;
  const [person, workspace] = await Promise.all([
    personId ? getPerson(ctx, personId).then(templatePerson) : SAMPLE,
    readWorkspaces(ctx.database.sql, [ctx.workspaceId]).then(([row]) => row),
  ]);
  if (!workspace) throw notFound("workspace");
  const { settings } = workspace;
  const sources = textsOf(body).flatMap(({ text }) => sourcesOf(text));
  const [findings, read] = await Promise.all([
    documentFindings(type, body, workspaceLanguages(settings)),
    orBusy(variablesInThread(sources)),
  ]);
  const { document } = readDocument(type, body);
  const values = templateVariables({ person, workspace, variables });
  const asked = languages?.length ? languages : [...languagesOf(person.traits), ...workspaceLanguages(settings)];
  const isSound = document !== null && findings.every(({ severity }) => severity !== "error");
  return {
    document: isSound ? await makeReady(type, document, asked, values) : null,
    findings: [...findings],
    unknown: await unknownVariables(ctx, settings, read, Object.keys(variables)),
  };
}

async function makeReady(
  type: InPageType,
  document: InPageDocument,
  languages: readonly string[],
  values: Record<string, unknown>,
) {
  const sources = textsOf(document).flatMap(({ text }) => sourcesOf(text));
  const { texts } = await orBusy(renderTexts(new Set(sources), values));
  return { ...renderDocument(type, document, { languages, render: (source) => texts.get(source) ?? "" }) };
}
