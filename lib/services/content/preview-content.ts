import { variablesInThread } from "#content";
import { type Context, orBusy, requireRole } from "#services";
import { renderContent } from "./render-content.ts";
import type { Preview, PreviewInput } from "./schema.ts";
import { unknownVariables } from "./template-words.ts";

/** Renders an unsaved message for a person; errors name their field and line. */
export async function previewContent(ctx: Context, input: PreviewInput): Promise<Preview> {
  requireRole(ctx, "editor");
  const { type = "email", mail = null, subject, html, text, personId, language, variables } = input;
  const parts = { name: "", subject, html, text, body: {}, mail, onEmpty: "send" as const };
  const { rendered, findings, settings, made } = await renderContent(ctx, {
    type,
    parts,
    personId,
    language,
    variables,
  });
  const { headers, ...preview } = rendered;
  const read = await orBusy(variablesInThread([subject, html, text, ...textsIn(mail)]));
  return {
    ...preview,
    ...headers,
    cc: [...headers.cc],
    errors: [...preview.errors],
    empty: [...preview.empty],
    notFinite: [...preview.notFinite],
    findings: [...findings],
    unknown: await unknownVariables(ctx, settings, read, Object.keys(variables ?? {})),
    made,
    bytes: Buffer.byteLength(preview.html),
  };
}

/** Everything of a design that may hold Liquid; conditions of blocks are written without its signs. */
function textsIn(value: unknown, field = ""): string[] {
  if (typeof value === "string") return field === "showIf" ? [`{% if ${value} %}{% endif %}`] : [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name));
}
