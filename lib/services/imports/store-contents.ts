import { type ImportedContent, same } from "#importers";
import type { Transaction } from "#services";
import { changeContent, insertContent, type WithOutside } from "#services/content";
import { readItem } from "#store/content";
import type { ImportedMessage } from "#store/journey-imports";
import type { JourneyImportEntry } from "./schema.ts";

const FIELDS = ["name", "subject", "html", "text", "body"] as const;
type Parts = Pick<ImportedMessage, (typeof FIELDS)[number]>;

type Stored = {
  readonly messages: Record<string, ImportedMessage>;
  readonly contents: JourneyImportEntry["contents"];
  readonly kept: JourneyImportEntry["kept"];
};

/** Creates the messages of a journey, or updates what nobody changed since the last import. */
export async function storeContents(
  ctx: WithOutside,
  tx: Transaction,
  wanted: readonly ImportedContent[],
  before: Readonly<Record<string, ImportedMessage>>,
): Promise<Stored> {
  const stored: Stored = { messages: { ...before }, contents: [], kept: [] };
  for (const content of wanted) {
    const { key, type } = content;
    const parts = partsOf(content);
    const last = before[key];
    const row = last === undefined ? undefined : await readItem(tx, ctx.workspaceId, last.id);
    const answer = (id: string, status: string) => stored.contents.push({ id, name: content.name, type, status });
    if (last === undefined || row === undefined) {
      const made = await insertContent(ctx, tx, { ...parts, body: { ...parts.body }, type });
      stored.messages[key] = { id: made.id, ...parts };
      answer(made.id, "created");
      continue;
    }
    const present = partsOf(row);
    const own = FIELDS.filter((field) => !same(present[field], last[field]) && !same(present[field], parts[field]));
    const changed = FIELDS.filter((field) => !own.includes(field) && !same(present[field], parts[field]));
    for (const field of own) stored.kept.push({ kind: "content", id: row.id, name: row.name, field });
    if (changed.length > 0)
      await changeContent(ctx, tx, row.id, Object.fromEntries(changed.map((field) => [field, parts[field]])));
    stored.messages[key] = { id: row.id, ...parts };
    answer(row.id, changed.length > 0 ? "updated" : "unchanged");
  }
  return stored;
}

const partsOf = ({ name, subject, html, text, body }: Parts): Parts => ({ name, subject, html, text, body });
