import { type CsvRow, csvSlices } from "#csv";
import { type FieldError, fieldError, inTurns, invalid, invalidField, isUuid } from "#services";
import type { PersonReference } from "#services/people";

const ID_COLUMNS: Readonly<Record<string, keyof PersonReference>> = {
  personid: "personId",
  id: "personId",
  userid: "userId",
  externalid: "userId",
  external_id: "userId",
  user_id: "userId",
  anonymousid: "anonymousId",
  anonymous_id: "anonymousId",
};

const MAX_LINES = 100_000;
const MAX_ID_CHARS = 255;
const NAMED = 100;

/** The people of a list: ids, one a line, or CSV whose first line names a column `userId`, `personId` or `anonymousId`; other columns are ignored. */
export async function readPeople(text: string): Promise<PersonReference[]> {
  const { rows, fault } = await inTurns(csvSlices(text));
  if (fault) throw invalidField(["csv"], `Line ${fault.line}: ${fault.message}`);
  if (rows.length > MAX_LINES) throw invalidField(["csv"], `A list may have ${MAX_LINES} lines at most`);
  const [first] = rows;
  const names = first?.cells ?? [];
  const column = names.findIndex((name) => name.toLowerCase() in ID_COLUMNS);
  const kind = ID_COLUMNS[names[column]?.toLowerCase() ?? ""];
  if (!kind && names.length > 1) {
    const found = names.map((name) => JSON.stringify(name.slice(0, 40))).join(", ");
    throw invalidField(["csv"], `The first line needs a column userId, anonymousId or personId; it has ${found}`);
  }
  const listed = kind ? rows.slice(1) : rows;
  const errors = listed.flatMap((row) => faultsOf(row, names.length, row.cells[kind ? column : 0] ?? ""));
  if (errors.length > 0) throw invalid("Some lines of the list cannot be read.", errors.slice(0, NAMED));
  const people = listed.flatMap(({ cells }) => {
    const value = cells[kind ? column : 0];
    return value ? [referenceOf(value, kind)] : [];
  });
  if (people.length === 0) throw invalidField(["csv"], "The list contains no ids");
  return people;
}

/** More cells than the first line has come of a delimiter without quotes: the id may stand in another column. */
function faultsOf({ line, cells }: CsvRow, width: number, id: string): FieldError[] {
  const faults: FieldError[] = [];
  if (cells.slice(width).some((cell) => cell !== ""))
    faults.push(fieldError(["csv"], `Line ${line} has ${cells.length} cells, and the first line has ${width}`));
  if (id.length > MAX_ID_CHARS)
    faults.push(fieldError(["csv"], `Line ${line}: an id may have ${MAX_ID_CHARS} characters at most`));
  return faults;
}

function referenceOf(value: string, kind: keyof PersonReference | undefined): PersonReference {
  if (kind === "anonymousId") return { anonymousId: value };
  return kind !== "userId" && isUuid(value) ? { personId: value } : { userId: value };
}
