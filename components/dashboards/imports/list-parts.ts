import { type CsvRow, readCsv } from "#csv";

const ROWS_A_PART = 10_000;

export type ListPart = {
  readonly csv: string;
  /** The line of the whole file for each line of the part at which a row begins. */
  readonly lineOf: ReadonlyMap<number, number>;
  readonly rows: number;
};

/** A list in parts that are sent one after the other, each with the first line; the parts know the lines of the file. */
export function listParts(text: string): ListPart[] {
  const { rows, delimiter } = readCsv(text);
  const [head, ...body] = rows;
  if (head === undefined) return [];
  const parts: ListPart[] = [];
  for (let from = 0; from < body.length; from += ROWS_A_PART)
    parts.push(partOf(head, body.slice(from, from + ROWS_A_PART), delimiter));
  return parts;
}

function partOf(head: CsvRow, rows: readonly CsvRow[], delimiter: string): ListPart {
  const write = ({ cells }: CsvRow) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  const lines = ({ cells }: CsvRow) => 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
  const lineOf = new Map<number, number>();
  let line = 2 + lines(head);
  for (const row of rows) {
    lineOf.set(line, row.line);
    line += lines(row);
  }
  // The delimiter is named, because quotes hide it from the reader's guess.
  return { csv: [`sep=${delimiter}`, write(head), ...rows.map(write)].join("\n"), lineOf, rows: rows.length };
}
