import { type Context, requireRole } from "#services";
import { type Column, hasIds } from "./read-columns.ts";
import { readList, refusedOf } from "./read-list.ts";
import type { PeopleImportInput, PeopleImportPreview } from "./schema.ts";

const FIRST = 5;
const NAMED = 1_000;

/** What an import of the list would do; nothing is stored. */
export async function previewPeople(ctx: Context, input: PeopleImportInput): Promise<PeopleImportPreview> {
  requireRole(ctx, "editor");
  const list = await readList(input);
  return {
    rows: list.rows,
    refused: refusedOf(list),
    refusedRows: list.parts.flatMap(({ refused }) => refused).slice(0, NAMED),
    delimiter: list.delimiter,
    columns: [...list.columns],
    first: list.parts.flatMap(({ rows }) => rows.slice(0, FIRST)).slice(0, FIRST),
    notes: notesOf(list.columns),
  };
}

const CONSENT =
  "Who unsubscribed gets no marketing any more. Who subscribed is left as they are, because a list never undoes an answer.";

const WHO = "Say which column is the user id or the anonymous id: without one nobody is found.";

const notesOf = (columns: readonly Column[]): string[] => [
  ...(hasIds(columns) ? [] : [WHO]),
  ...(columns.some(({ to }) => to === "subscribed" || to === "unsubscribed") ? [CONSENT] : []),
];
