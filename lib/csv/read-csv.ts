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
  const slices = csvSlices(text, Math.max(text.length, 1));
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** About 10 ms of work. */
const SLICE_CHARS = 200_000;

/** The records of a slice of the text, in the order of the text. */
export type CsvSlice = Pick<CsvTable, "delimiter" | "rows">;

/**
 * The same, a slice of the text at each step, so that others get their turn between them: what it returns at the end is
 * what `readCsv` answers, whatever the size.
 */
export function* csvSlices(text: string, size = SLICE_CHARS): Generator<undefined, CsvTable> {
  const rows: CsvRow[] = [];
  const slices = csvRecords(text, size);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value.fault ? { ...value, rows: [] } : { ...value, rows };
    for (const row of value.rows) rows.push(row);
    yield;
  }
}

/**
 * The records of each slice as soon as they are read, for lists that are too long to be kept whole. They are not to be
 * trusted before it has returned without a fault.
 */
export function* csvRecords(text: string, size = SLICE_CHARS): Generator<CsvSlice, Omit<CsvTable, "rows">> {
  const whole = yield* withLineFeeds(text.replace(/^\uFEFF/, ""), size);
  const named = NAMED_DELIMITER.exec(whole);
  const source = named ? whole.slice(named[0].length) : whole;
  const before = named ? 1 : 0;
  const delimiter = named?.[1] ?? delimiterOf(source);
  let line = before + 1;
  for (let at = 0, until = size; ; ) {
    const isLast = until >= source.length;
    const { data, broken } = parseSlice(source.slice(at, until), delimiter, isLast);
    if (broken) {
      const place = before + countLines(source.slice(0, at + broken.index)) + 1;
      return { delimiter, fault: { line: place, message: broken.message } };
    }
    const rows: CsvRow[] = [];
    for (const record of data.records) line = addRow(rows, record, line);
    yield { delimiter, rows };
    if (isLast) return { delimiter, fault: null };
    // A record that is longer than the slice is read again with more text.
    until = data.chars > 0 ? at + data.chars + size : until + (until - at);
    at += data.chars;
  }
}

const NOTHING_YET: CsvSlice = { delimiter: "", rows: [] };

/** Line feeds in place of all line ends; none is cut in two. */
function* withLineFeeds(text: string, size: number): Generator<CsvSlice, string> {
  if (!text.includes("\r")) return text;
  let whole = "";
  for (let at = 0; at < text.length; ) {
    let end = at + size;
    while (text[end - 1] === "\r") end += 1;
    whole += text.slice(at, end).replace(/\r\n?/g, "\n");
    at = end;
    if (at < text.length) yield NOTHING_YET;
  }
  return whole;
}

type Parsed = {
  /** The records of the slice that are whole, and the characters that they take. */
  readonly data: { readonly records: readonly string[][]; readonly chars: number };
  /** The first quote that cannot be read, and where it is in the slice. */
  readonly broken: { readonly index: number; readonly message: string } | null;
};

/** Unless it is the last one, the end of a slice may belong to a record that goes on in the next. */
function parseSlice(slice: string, delimiter: string, isLast: boolean): Parsed {
  const parser = new papaparse.Parser({ delimiter, newline: "\n" });
  const { data, errors, meta }: papaparse.ParseResult<string[]> = parser.parse(slice, 0, !isLast);
  // What is wrong with a record that is cut short may be right once it is whole.
  const wrong = errors.find(({ type, row = 0 }) => type === "Quotes" && (isLast || row < data.length));
  return {
    data: { records: data, chars: meta.cursor },
    broken: wrong ? { index: wrong.index ?? 0, message: FAULTS[wrong.code] ?? wrong.message } : null,
  };
}

/** Adds a record unless it is blank. It takes one line, and one more for each line feed in its cells. */
function addRow(rows: CsvRow[], record: readonly string[], line: number): number {
  const cells = record.map((cell) => cell.trim());
  if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
  let next = line + 1;
  for (const cell of record) if (cell.includes("\n")) next += countLines(cell);
  return next;
}

const countLines = (text: string): number => text.split("\n").length - 1;

/** The one that the first line has most of outside of quotes: a decimal comma further down is not asked. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, FIRST_LINE_CHARS).replace(/"(?:[^"]|"")*"/g, "");
  const first = bare.split("\n").find((line) => line !== "") ?? "";
  return DELIMITERS.reduce<string>((best, mark) => (countOf(first, mark) > countOf(first, best) ? mark : best), ",");
}

const countOf = (text: string, mark: string): number => text.split(mark).length;
