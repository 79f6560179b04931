import { inArray } from "drizzle-orm";
import { checkTemplates, type TemplateVerdict } from "#content";
import { schema } from "#db";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";

const PARTS = ["subject", "html", "text"] as const;

/** Looks template sources over. */
export type CheckSources = (sources: readonly string[]) => Promise<TemplateVerdict[]>;

/**
 * Messages of a document whose Liquid does not parse: `bad_template`, with the part and line of the first mistake; a warning
 * where that could not be told now.
 */
export async function templateProblems(
  tx: Transaction | Context["database"]["orm"],
  document: JourneyDocument,
  catalog: Catalog,
  check: CheckSources = checkTemplates,
): Promise<Problem[]> {
  const used = document.nodes.flatMap((node) => {
    const item = node.type === "CONTENT" && node.contentId !== null ? catalog.content?.get(node.contentId) : undefined;
    return item ? [{ node, id: item.id }] : [];
  });
  if (used.length === 0) return [];
  const { content } = schema;
  const { id, name, subject, html, text } = content;
  const ids = [...new Set(used.map((use) => use.id))];
  const rows = await tx.select({ id, name, subject, html, text }).from(content).where(inArray(content.id, ids));
  const mistakes = new Map<string, Mistake | null>();
  for (const row of rows) mistakes.set(row.id, await mistakeIn(row, check));
  return used.flatMap(({ node, id: contentId }): Problem[] => {
    const mistake = mistakes.get(contentId);
    if (!mistake) return [];
    const message = `${node.name}: ${mistake.sentence}`;
    const { severity } = mistake;
    return [{ code: "bad_template", severity, nodeId: node.id, edgeId: null, field: "contentId", message }];
  });
}

type Sources = { name: string } & Record<(typeof PARTS)[number], string | null>;

type Mistake = { readonly severity: Problem["severity"]; readonly sentence: string };

async function mistakeIn(row: Sources, check: CheckSources): Promise<Mistake | null> {
  const verdicts = await check(PARTS.map((part) => row[part] ?? ""));
  const at = verdicts.findIndex((verdict) => verdict);
  const error = verdicts[at];
  if (error) {
    const sentence = `“${row.name}” cannot be rendered: ${error.message} (${PARTS[at]}, line ${error.line}).`;
    return { severity: "error", sentence };
  }
  const open = verdicts.indexOf(undefined);
  if (open < 0) return null;
  const sentence = `“${row.name}” could not be checked now (${PARTS[open]}): too much else is being worked on.`;
  return { severity: "warning", sentence };
}
