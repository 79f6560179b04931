import papaparse from "papaparse";

/** A record, and the line of the text that it begins in, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };
export type CsvFault = { readonly line: number; readonly message: string };
export type CsvTable = {
  readonly delimiter: string;
  /** Without blank ones. Line breaks inside quotes are line feeds, and cells have no spaces around them. */
  readonly rows: readonly CsvRow[];
  /** A quote that cannot be read. What follows it is not to be trusted, so there are no rows then. */
  readonly fault: CsvFault | null;
};

const DELIMITERS = [",", ";", "\t"] as const;
/** The first line as spreadsheets write it to name the delimiter. */
const NAMED_DELIMITER = /^sep=([,;\t|])\n/;
/** How far the first line is looked for. */
const FIRST_LINE_CHARS = 65_536;

const FAULTS: Readonly<Record<string, string>> = {
  MissingQuotes: "a quote is opened here and never closed",
  InvalidQuotes: "text follows the closing quote of a cell",
};

/** Reads CSV with commas, semicolons or tabs, any line ends, and quotes that may hold all of them. */
export function readCsv(text: string): CsvTable {
  const whole = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const named = NAMED_DELIMITER.exec(whole);
  const source = named ? whole.slice(named[0].length) : whole;
  const before = named ? 1 : 0;
  const delimiter = named?.[1] ?? delimiterOf(source);
  const { data, errors } = papaparse.parse<string[]>(source, { delimiter, newline: "\n" });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) {
    const line = before + countLines(source.slice(0, broken.index ?? 0)) + 1;
    return { delimiter, rows: [], fault: { line, message: FAULTS[broken.code] ?? broken.message } };
  }
  return { delimiter, rows: numbered(data, before + 1), fault: null };
}

/** A record takes one line, and one more for each line feed in its cells. */
function numbered(records: readonly string[][], first: number): CsvRow[] {
  let next = first;
  const rows: CsvRow[] = [];
  for (const record of records) {
    const line = next;
    next += 1 + record.reduce((lines, cell) => lines + countLines(cell), 0);
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
  }
  return rows;
}

const countLines = (text: string): number => text.split("\n").length - 1;

/** The one that the first line has most of outside of quotes: a decimal comma further down is not asked. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, FIRST_LINE_CHARS).replace(/"(?:[^"]|"")*"/g, "");
  const first = bare.split("\n").find((line) => line !== "") ?? "";
  return DELIMITERS.reduce<string>((best, mark) => (countOf(first, mark) > countOf(first, best) ? mark : best), ",");
}

const countOf = (text: string, mark: string): number => text.split(mark).length;
