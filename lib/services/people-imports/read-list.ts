import { setImmediate } from "node:timers/promises";
import { type CsvRow, csvRecords } from "#csv";
import { invalidField } from "#services";
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
  const parts = new Parts();
  let read: { readonly columns: readonly Column[]; readonly needsId: boolean } | undefined;
  const slices = csvRecords(input.csv);
  for (;;) {
    const { done, value } = slices.next();
    if (done) {
      const { fault, delimiter } = value;
      if (fault) throw invalidField(["csv"], `Line ${fault.line}: ${fault.message}`);
      if (read === undefined || parts.rows === 0)
        throw invalidField(["csv"], "The list has no rows below its first line");
      return { rows: parts.rows, delimiter, columns: read.columns, parts: parts.all() };
    }
    for (const row of value.rows) {
      if (read === undefined) {
        const columns = readColumns(row.cells, input.columns ?? {});
        read = { columns, needsId: hasIds(columns) };
      } else parts.add(row, readRow(row, read.columns, value.delimiter, read.needsId));
    }
    if (parts.rows > MOST_ROWS)
      throw invalidField(["csv"], `A list may have ${MOST_ROWS} rows; send the rest as another list`);
    // Other requests get their turn.
    await setImmediate();
  }
}

/** The rows that were read, in parts of one transaction each. The cells are not kept: a long list is many. */
class Parts {
  readonly #full: NewPart[] = [];
  #part = emptyPart();
  rows = 0;

  add({ cells }: CsvRow, read: ImportedPerson | RefusedRow): void {
    const part = this.#part;
    if ("message" in read) part.refused.push(read);
    else part.rows.push(read);
    this.rows += 1;
    part.size += 1;
    for (const cell of cells) part.chars += cell.length;
    if (part.size < ROWS_A_PART && part.chars < CHARS_A_PART) return;
    this.#full.push(part);
    this.#part = emptyPart();
  }

  all(): readonly NewPart[] {
    return this.#part.size > 0 ? [...this.#full, this.#part] : this.#full;
  }
}

const emptyPart = () => ({ size: 0, chars: 0, rows: [] as ImportedPerson[], refused: [] as RefusedRow[] });

export const refusedOf = ({ parts }: List): number => parts.reduce((sum, { refused }) => sum + refused.length, 0);
