import { setImmediate } from "node:timers/promises";
import { csvSlices } from "#csv";
import { inTurns, invalidField } from "#services";
import type { ImportedPerson, NewPart, RefusedRow } from "#store/people-import-parts";
import { type Column, hasIds, readColumns } from "./read-columns.ts";
import { readRow } from "./read-rows.ts";
import type { PeopleImportInput } from "./schema.ts";

const MOST_ROWS = 500_000;
/** A part is stored in one transaction: so many rows, or so many characters, whatever comes first. */
const ROWS_A_PART = 2_000;
const CHARS_A_PART = 1_000_000;

export type List = {
  readonly rows: number;
  readonly delimiter: string;
  readonly columns: readonly Column[];
  readonly parts: readonly NewPart[];
};

/** Reads a whole list; rows that cannot be read are refused with their line. Throws if the list itself cannot be read. */
export async function readList(input: Pick<PeopleImportInput, "csv" | "columns">): Promise<List> {
  const { rows, fault, delimiter } = await inTurns(csvSlices(input.csv));
  if (fault) throw invalidField(["csv"], `Line ${fault.line}: ${fault.message}`);
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) throw invalidField(["csv"], "The list has no rows below its first line");
  if (body.length > MOST_ROWS)
    throw invalidField(["csv"], `A list may have ${MOST_ROWS} rows; send the rest as another list`);
  const columns = readColumns(head.cells, input.columns ?? {});
  const needsId = hasIds(columns);
  const parts: NewPart[] = [];
  let part = emptyPart();
  for (const row of body) {
    const read = readRow(row, columns, delimiter, needsId);
    if ("message" in read) part.refused.push(read);
    else part.rows.push(read);
    part.size += 1;
    part.chars += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (part.size < ROWS_A_PART && part.chars < CHARS_A_PART) continue;
    parts.push(part);
    part = emptyPart();
    // Other requests get their turn.
    await setImmediate();
  }
  if (part.size > 0) parts.push(part);
  return { rows: body.length, delimiter, columns, parts };
}

const emptyPart = () => ({ size: 0, chars: 0, rows: [] as ImportedPerson[], refused: [] as RefusedRow[] });

export const refusedOf = ({ parts }: List): number => parts.reduce((sum, { refused }) => sum + refused.length, 0);
