import { type CsvRow, readCsv } from "#csv";

export type IdKind = "userId" | "anonymousId" | "personId";
/** What a column of a list is taken for. */
export type ColumnUse = IdKind | "property" | "ignore";

export type PeopleTable = {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** Those below the header. */
  readonly rows: readonly CsvRow[];
  /** Why nothing can be read. */
  readonly fault: string | null;
};

const ID_NAMES: Readonly<Record<string, IdKind>> = {
  personid: "personId",
  enduserid: "personId",
  userid: "userId",
  externalid: "userId",
  id: "userId",
  anonymousid: "anonymousId",
};

/** Opens a pasted list or the text of a file; `header` overrules what its first line looks like. */
export function openPeopleTable(text: string, header?: boolean): PeopleTable {
  const { rows, delimiter, fault } = readCsv(text);
  const hasHeader = header ?? looksLikeHeader(rows);
  const [first] = rows;
  const width = Math.max(1, first?.cells.length ?? 0);
  const names = Array.from({ length: width }, (_, index) => (hasHeader ? (first?.cells[index] ?? "") : ""));
  return {
    delimiter,
    columns: uniqueNames(names),
    hasHeader,
    rows: hasHeader ? rows.slice(1) : rows,
    fault: fault ? `Line ${fault.line}: ${fault.message}.` : null,
  };
}

/** The column whose name says that it holds ids, or the only one; everything else becomes a property. */
export function guessUses({ columns }: PeopleTable): ColumnUse[] {
  if (columns.length === 1) return [idKindOf(columns[0] ?? "") ?? "userId"];
  const ids = columns.findIndex((name) => idKindOf(name) !== undefined);
  return columns.map((name, index) => (index === ids ? (idKindOf(name) ?? "userId") : "property"));
}

/** Only one column says who the person is: the one that did so before becomes a property. */
export function changeUse(uses: readonly ColumnUse[], column: number, use: ColumnUse): ColumnUse[] {
  return uses.map((other, index) => {
    if (index === column) return use;
    return isId(use) && isId(other) ? "property" : other;
  });
}

export const isId = (use: ColumnUse): use is IdKind => use !== "property" && use !== "ignore";

const idKindOf = (name: string): IdKind | undefined => ID_NAMES[name.toLowerCase().replaceAll(/[ _-]/g, "")];

/** Names of columns have no sign of an address; a single column is a list of ids unless its first line differs from all others. */
function looksLikeHeader(rows: readonly CsvRow[]): boolean {
  const [first, ...rest] = rows;
  if (!first) return false;
  if (first.cells.some((cell) => idKindOf(cell))) return true;
  const named = first.cells.every((cell) => cell !== "" && !/^[\d.,+-]+$|@/.test(cell));
  if (first.cells.length > 1) return named;
  return named && rest.length > 0 && rest.every(({ cells }) => cells[0]?.includes("@"));
}

/** Every column has a name of its own: `column_3` where there is none, `plan_2` where it is taken. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = name === "" ? `column_${index + 1}` : name;
    let unique = wanted;
    for (let number = 2; taken.has(unique); number++) unique = `${wanted}_${number}`;
    taken.add(unique);
    return unique;
  });
}
