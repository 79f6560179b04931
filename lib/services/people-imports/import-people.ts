import { readCsv } from "#csv";
import { wakeEngine } from "#db";
import { audit, type Context, invalidField, requireRole } from "#services";
import { type Column, readColumns } from "./read-columns.ts";
import { type PersonRow, readRow } from "./read-rows.ts";
import type { PeopleImport, PeopleImportInput, RefusedRow } from "./schema.ts";
import { storeRows } from "./store-rows.ts";

const MOST_ROWS = 100_000;
/** Rows of one transaction. */
const AT_ONCE = 2_000;
const FIRST = 5;
const NAMED = 1_000;

/**
 * Creates and changes people by a list. Rows that cannot be read are refused with their line, the others are stored.
 * The same list again changes nothing: people are found by their ids. Nobody gets `user.created`.
 */
export async function importPeople(ctx: Context, input: PeopleImportInput): Promise<PeopleImport> {
  requireRole(ctx, "editor");
  const { rows, fault, delimiter } = readCsv(input.csv);
  if (fault) throw invalidField(["csv"], `Line ${fault.line}: ${fault.message}`);
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) throw invalidField(["csv"], "The list has no rows below its first line");
  if (body.length > MOST_ROWS)
    throw invalidField(["csv"], `A list may have ${MOST_ROWS} rows; send the rest in a second request`);
  const columns = readColumns(head.cells, input.columns ?? {});
  const good: PersonRow[] = [];
  const refused: RefusedRow[] = [];
  for (const row of body) {
    const read = readRow(row, columns, delimiter);
    if ("message" in read) refused.push(read);
    else good.push(read);
  }
  const { dryRun = false } = input;
  const stored = dryRun ? { created: 0, updated: 0 } : await storeAll(ctx, good, refused.length);
  return {
    ...{
      dryRun,
      rows: body.length,
      ...stored,
      refused: refused.length,
      refusedRows: refused.slice(0, NAMED),
      delimiter,
    },
    columns: columns.map((column) => ({ ...column })),
    first: good.slice(0, FIRST).map(({ line: _, ...row }) => ({ ...row })),
    notes: notesOf(columns),
  };
}

async function storeAll(ctx: Context, rows: readonly PersonRow[], refused: number) {
  const total = { created: 0, updated: 0 };
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const { created, updated } = await storeRows(ctx, rows.slice(from, from + AT_ONCE));
    total.created += created;
    total.updated += updated;
    wakeEngine();
  }
  await audit(ctx.database.orm, ctx, "people.import", ctx.workspaceId, { ...total, refused });
  return total;
}

const CONSENT =
  "Who unsubscribed is stored as the trait unsubscribed. Journeys and conditions can ask for it; sending does not yet.";

const notesOf = (columns: readonly Column[]): string[] =>
  columns.some(({ to }) => to === "subscribed" || to === "unsubscribed") ? [CONSENT] : [];
