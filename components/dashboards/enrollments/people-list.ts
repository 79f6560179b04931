import type { EnrollInput, PersonReference } from "#data";
import { parseCsv } from "./csv.ts";

/** More than this is worked off in the background. */
export const DIRECT_LIMIT = 1_000;

export type PeopleList = {
  /** What to send; `null` when nothing usable was found. */
  input: EnrollInput | null;
  count: number;
  /** How the list was read, or why it cannot be. */
  sentence: string;
};

const COLUMNS: Record<string, "personId" | "userId" | "anonymousId"> = {
  personid: "personId",
  enduserid: "personId",
  userid: "userId",
  user_id: "userId",
  externalid: "userId",
  external_id: "userId",
  id: "userId",
  anonymousid: "anonymousId",
  anonymous_id: "anonymousId",
};

/** Reads a pasted list of ids (one a line) or a CSV with a column userId, anonymousId or personId. */
export function readPeopleList(text: string): PeopleList {
  const rows = parseCsv(text);
  const [header = []] = rows;
  if (rows.length === 0) return { input: null, count: 0, sentence: "Nothing pasted yet." };
  const column = header.findIndex((name) => COLUMNS[name.toLowerCase()]);
  const kind = COLUMNS[header[column]?.toLowerCase() ?? ""];
  if (!kind && header.length > 1) {
    return { input: null, count: 0, sentence: "The first line needs a column named userId, anonymousId or personId." };
  }
  const ids = [...new Set((kind ? rows.slice(1) : rows).map((row) => row[kind ? column : 0] ?? "").filter(Boolean))];
  if (ids.length === 0) return { input: null, count: 0, sentence: "There are no people below the first line." };
  const key = kind ?? "userId";
  const how = kind ? `from the column “${header[column]}”` : "one user id a line";
  const input =
    ids.length > DIRECT_LIMIT
      ? { csv: [key, ...ids.map(quoted)].join("\n") }
      : { people: ids.map((id) => reference(key, id)) };
  return {
    input,
    count: ids.length,
    sentence: `${ids.length.toLocaleString("en-GB")} ${ids.length === 1 ? "id" : "ids"}, ${how}.`,
  };
}

const quoted = (id: string) => (/[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);

function reference(key: "personId" | "userId" | "anonymousId", id: string): PersonReference {
  if (key === "personId") return { personId: id };
  return key === "userId" ? { userId: id } : { anonymousId: id };
}
