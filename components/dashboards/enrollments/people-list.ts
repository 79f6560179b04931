import type { CsvRow } from "#csv";
import type { NamedPerson } from "#data";
import { type ColumnUse, type IdKind, isId, type PeopleTable } from "./people-table.ts";

/** More cannot be enrolled by one request. */
const MOST_PEOPLE = 100_000;
const MOST_ID_CHARS = 255;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export type LeftOut = { readonly line: number; readonly why: string };
export type PeopleList = {
  readonly people: readonly NamedPerson[];
  /** The line of each of the people. */
  readonly lines: readonly number[];
  readonly leftOut: readonly LeftOut[];
  /** Why nobody can be enrolled by this list as it stands, or null. */
  readonly missing: string | null;
};

/** The people of a table, each once, by the column that says who they are, with the properties of the columns chosen. */
export function readPeopleList(table: PeopleTable, uses: readonly ColumnUse[]): PeopleList {
  const nobody = { people: [], lines: [], leftOut: [] };
  if (table.fault) return { ...nobody, missing: table.fault };
  const column = uses.findIndex(isId);
  const kind = uses[column];
  if (kind === undefined || !isId(kind))
    return { ...nobody, missing: "Choose the column that says who each person is." };
  const people: NamedPerson[] = [];
  const lines: number[] = [];
  const leftOut: LeftOut[] = [];
  const lineOf = new Map<string, number>();
  for (const row of table.rows) {
    const id = row.cells[column] ?? "";
    const why = faultOf(row, table.columns.length, kind, id) ?? repeated(lineOf.get(id));
    if (why) leftOut.push({ line: row.line, why });
    else {
      lineOf.set(id, row.line);
      lines.push(row.line);
      people.push({ ...reference(kind, id), ...propertiesOf(row, table.columns, uses) });
    }
  }
  return { people, lines, leftOut, missing: missingFrom(people.length) };
}

function missingFrom(count: number): string | null {
  if (count === 0) return "This list contains no ids.";
  if (count <= MOST_PEOPLE) return null;
  return `A list may name ${MOST_PEOPLE.toLocaleString("en-GB")} people at most, and this one names ${count.toLocaleString("en-GB")}.`;
}

/** A row of another length has come of a delimiter without quotes: its cells may stand in the wrong columns. */
function faultOf({ cells }: CsvRow, width: number, kind: IdKind, id: string): string | null {
  const surplus = cells.slice(width).some((cell) => cell !== "");
  if (surplus || cells.length < width)
    return `${cells.length} ${cells.length === 1 ? "cell" : "cells"} instead of ${width}`;
  if (id === "") return "no id";
  if (id.length > MOST_ID_CHARS) return `an id of more than ${MOST_ID_CHARS} characters`;
  return kind === "personId" && !UUID.test(id) ? "not a person id" : null;
}

const repeated = (line: number | undefined) => (line === undefined ? null : `the same person as in line ${line}`);

function reference(kind: IdKind, id: string): NamedPerson {
  if (kind === "personId") return { personId: id };
  return kind === "userId" ? { userId: id } : { anonymousId: id };
}

/** Values stay texts, as the file has them: 007 is no 7. An empty cell is no value. */
function propertiesOf({ cells }: CsvRow, columns: readonly string[], uses: readonly ColumnUse[]) {
  const chosen = columns.flatMap((name, index) => {
    const value = cells[index];
    return uses[index] === "property" && value ? [[name, value] as const] : [];
  });
  return chosen.length > 0 ? { properties: Object.fromEntries(chosen) } : {};
}
