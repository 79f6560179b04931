import { inArray } from "drizzle-orm";
import { checkTemplates } from "#content";
import { schema } from "#db";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";

const PARTS = ["subject", "html", "text"] as const;

/** Messages of a document whose Liquid does not parse: `bad_template`, with the part and line of the first mistake. */
export async function templateProblems(
  tx: Transaction | Context["database"]["orm"],
  document: JourneyDocument,
  catalog: Catalog,
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
  const mistakes = new Map<string, string | null>();
  for (const row of rows) mistakes.set(row.id, await mistakeIn(row));
  return used.flatMap(({ node, id: contentId }): Problem[] => {
    const mistake = mistakes.get(contentId);
    if (!mistake) return [];
    const message = `${node.name}: ${mistake}`;
    return [{ code: "bad_template", severity: "error", nodeId: node.id, edgeId: null, field: "contentId", message }];
  });
}

type Sources = { name: string } & Record<(typeof PARTS)[number], string | null>;

async function mistakeIn(row: Sources): Promise<string | null> {
  const errors = await checkTemplates(PARTS.map((part) => row[part] ?? ""));
  const at = errors.findIndex((error) => error !== null);
  const error = errors[at];
  return error ? `“${row.name}” cannot be rendered: ${error.message} (${PARTS[at]}, line ${error.line}).` : null;
}
