import { invalidField, isUuid } from "#services";
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

/** A pasted list of ids, or CSV whose first line names a column `userId`, `personId` or `anonymousId`; other columns are ignored. */
export function readCsv(text: string): PersonReference[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length > MAX_LINES) throw invalidField(["csv"], `A list may have ${MAX_LINES} lines at most`);
  const header = splitLine(lines[0] ?? "").map((name) => name.toLowerCase());
  const column = header.findIndex((name) => name in ID_COLUMNS);
  const kind = ID_COLUMNS[header[column] ?? ""];
  const values = kind
    ? lines.slice(1).map((line) => splitLine(line)[column] ?? "")
    : lines.map((line) => splitLine(line)[0] ?? "");
  const people = values.filter((value) => value !== "").map((value) => referenceOf(value, kind));
  if (people.length === 0) throw invalidField(["csv"], "The list names nobody");
  return people;
}

function referenceOf(value: string, kind: keyof PersonReference | undefined): PersonReference {
  if (value.length > 255) throw invalidField(["csv"], "An id may have 255 characters at most");
  if (kind === "anonymousId") return { anonymousId: value };
  return kind !== "userId" && isUuid(value) ? { personId: value } : { userId: value };
}

/** RFC 4180: quotes around a field, doubled inside it. Semicolons and tabs part fields as well. */
function splitLine(line: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? "";
    if (quoted && char === '"' && line[at + 1] === '"') {
      field += char;
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "," || char === ";" || char === "\t")) {
      fields.push(field.trim());
      field = "";
    } else field += char;
  }
  return [...fields, field.trim()];
}
